package dev.millrace.engine.operation;

import static dev.millrace.engine.EngineFixture.text;
import static dev.millrace.engine.operation.Transactions.check;
import static dev.millrace.engine.operation.Transactions.delete;
import static dev.millrace.engine.operation.Transactions.item;
import static dev.millrace.engine.operation.Transactions.put;
import static dev.millrace.engine.operation.Transactions.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.millrace.engine.EngineFixture;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.Item;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

class TransactWriteItemsTest {
    private final EngineFixture fixture = new EngineFixture();
    private final Transactions transactions = new Transactions(fixture);

    @BeforeEach
    void createTable() {
        fixture.createTable("t", StreamViewType.NEW_AND_OLD_IMAGES);
        fixture.put("t", "old", "1");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyKindOfActionTakesEffect() {
        fixture.put("t", "gone", "x");

        transactions.write(
                put("t", "new", "2"),
                update("t", "old", "SET v = :v", Map.of(":v", text("3"))),
                delete("t", "gone"),
                check("t", "nobody", "attribute_not_exists(pk)"));

        assertThat(fixture.get("t", "new")).isEqualTo(item("new", "2"));
        assertThat(fixture.get("t", "old")).isEqualTo(item("old", "3"));
        assertThat(fixture.get("t", "gone")).isNull();
        assertThat(fixture.get("t", "nobody")).isNull();
    }

    @Test
    void oneFailedConditionLeavesEverythingAsItWas() {
        assertThat(
                        reasons(
                                put("t", "new", "2"),
                                delete("t", "old"),
                                check("t", "nobody", "attribute_exists(pk)")))
                .containsExactly(
                        new CancellationReason.None(),
                        new CancellationReason.None(),
                        new CancellationReason.ConditionalCheckFailed(null));
        assertThat(fixture.get("t", "new")).isNull();
        assertThat(fixture.get("t", "old")).isEqualTo(item("old", "1"));
        assertThat(fixture.recordsOf("t")).hasSize(1);
    }

    @Test
    void everyFailingActionHasItsReasonInItsPlace() {
        TransactWrite shown =
                put(
                        "t",
                        item("old", "9"),
                        "attribute_not_exists(pk)",
                        ReturnValuesOnConditionCheckFailure.ALL_OLD);
        TransactWrite wrongKey =
                new TransactWrite.Delete(
                        "t",
                        Item.of(Map.of("other", text("x"))),
                        null,
                        ExpressionAttributes.NONE,
                        ReturnValuesOnConditionCheckFailure.NONE);
        TransactWrite badUpdate = update("t", "u", "SET a.b = :v", Map.of(":v", text("3")));

        TransactionCanceledException cancelled =
                cancelled(shown, put("t", "fine", "1"), wrongKey, badUpdate);

        assertThat(cancelled.reasons())
                .containsExactly(
                        new CancellationReason.ConditionalCheckFailed(item("old", "1")),
                        new CancellationReason.None(),
                        new CancellationReason.ValidationError(
                                "The provided key element does not match the schema"),
                        new CancellationReason.ValidationError(
                                "The document path provided in the update expression is invalid for"
                                        + " update"));
        assertThat(cancelled)
                .hasMessage(
                        "Transaction cancelled, please refer cancellation reasons for specific"
                                + " reasons [ConditionalCheckFailed, None, ValidationError,"
                                + " ValidationError]");
    }

    @Test
    void oneItemCannotHaveTwoActions() {
        refused(
                "Transaction request cannot include multiple operations on one item",
                put("t", "a", "1"),
                check("t", "a", "attribute_exists(pk)"));
    }

    @Test
    void anEmptyKeyRefusesTheRequestEvenBehindAMisfit() {
        refused(
                "One or more parameter values are not valid. The AttributeValue for a key attribute"
                        + " cannot contain an empty string value. Key: pk",
                put("t", Item.of(Map.of("x", text("y"))), null, none()),
                delete("t", ""));
    }

    @Test
    void anItemToPutThatIsTooLargeRefusesTheRequest() {
        refused(
                "Item size has exceeded the maximum allowed size",
                put("t", "a", "x".repeat(Item.BYTES_MAX)));
    }

    @Test
    void anUpdateThatMakesAnItemTooLargeCancels() {
        // Names and key take 6 bytes.
        String most = "x".repeat(Item.BYTES_MAX - 6);

        transactions.write(update("t", "old", "SET v = :v", Map.of(":v", text(most))));

        assertThat(reasons(update("t", "old", "SET v = :v", Map.of(":v", text(most + "x")))))
                .containsExactly(
                        new CancellationReason.ValidationError(
                                "Item size to update has exceeded the maximum allowed size"));
    }

    @Test
    void itemsOfFourMegabytesAreTheMost() {
        // 10 items of 409,600 bytes and one of 98,304, four of which are names and key.
        TransactWrite[] most =
                IntStream.rangeClosed(0, 10)
                        .mapToObj(
                                i -> put("t", key(i), "x".repeat((i < 10 ? 409_600 : 98_304) - 4)))
                        .toArray(TransactWrite[]::new);
        transactions.write(most);

        most[10] = put("t", key(10), "x".repeat(98_304 - 3));
        refused(
                "The aggregate size of the items in the transaction exceeds the maximum allowed"
                        + " size of 4 MB",
                most);
    }

    @Test
    void anUnknownTableRefusesTheRequest() {
        assertThatThrownBy(() -> transactions.write(put("t", "a", "1"), put("none", "a", "1")))
                .hasMessage("Requested resource not found");
        assertThat(fixture.get("t", "a")).isNull();
    }

    @Test
    void eachEffectiveActionHasOneRecordAndTheOthersHaveNone() {
        transactions.write(
                put("t", "old", "1"),
                put("t", "a", "1"),
                delete("t", "nobody"),
                check("t", "b", "attribute_not_exists(pk)"),
                update("t", "c", "REMOVE v", Map.of()));
        transactions.write(
                update("t", "a", "SET v = :v", Map.of(":v", text("2"))), delete("t", "old"));

        assertThat(fixture.recordsOf("t"))
                .extracting(StreamRecord::eventName)
                .containsExactlyInAnyOrder(
                        EventName.INSERT, EventName.INSERT, EventName.MODIFY, EventName.REMOVE);
    }

    @Test
    void unitsAreTwiceThoseOfSingleWritesByTable() {
        fixture.createTable("u", null);

        assertThat(
                        transactions
                                .write(
                                        null,
                                        ReturnConsumedCapacity.TOTAL,
                                        put("t", "a", "x".repeat(1_021)),
                                        put("u", "a", "1"),
                                        check("t", "b", "attribute_not_exists(pk)"))
                                .consumedCapacity())
                .containsExactly(
                        new ConsumedCapacity("t", 6, false, null, 6.0),
                        new ConsumedCapacity("u", 2, false, null, 2.0));
    }

    private static String key(int i) {
        return String.valueOf((char) ('a' + i));
    }

    private static ReturnValuesOnConditionCheckFailure none() {
        return ReturnValuesOnConditionCheckFailure.NONE;
    }

    private List<CancellationReason> reasons(TransactWrite... actions) {
        return cancelled(actions).reasons();
    }

    private TransactionCanceledException cancelled(TransactWrite... actions) {
        return Objects.requireNonNull(
                catchThrowableOfType(
                        TransactionCanceledException.class, () -> transactions.write(actions)));
    }

    private void refused(String message, TransactWrite... actions) {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> transactions.write(actions));
        assertThat(refusal).hasMessage(message);
        assertThat(refusal).extracting(ApiException::error).isEqualTo(ApiError.VALIDATION);
    }
}
