package dev.millrace.engine.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.value.Item;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class ItemCollectionLimitTest {
    private static final long BYTES_MAX = 10_000;
    private static final String NOTE = "x".repeat(1_000);
    private static final int FITTING = 10;

    private final EngineFixture fixture =
            new EngineFixture(
                    new InMemoryStore(Keyspace.families()),
                    new TableBehaviour(Duration.ZERO, Duration.ofSeconds(30), false, BYTES_MAX));
    private final Ledger ledger = new Ledger(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void fullCollectionTakesNoMoreWhileOthersDo() {
        fill("full");

        assertThatThrownBy(() -> put("full", FITTING, NOTE))
                .isInstanceOf(ApiException.class)
                .extracting(e -> ((ApiException) e).error())
                .isEqualTo(ApiError.ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED);
        put("other", 0, NOTE);
        assertThat(ledger.entries(Ledger.LOCAL)).hasSize(FITTING + 1);
    }

    @Test
    void fullCollectionTakesWhatMakesItNoLarger() {
        fill("full");

        put("full", 0, NOTE.substring(1));
        ledger.delete("full", "1");
        ledger.delete("full", "2");
        put("full", FITTING, NOTE);
    }

    @Test
    void transactionIsCancelledWithTheReasonOfTheActionThatHasNoRoom() {
        fill("full");

        TransactionCanceledException cancelled =
                catchThrowableOfType(
                        TransactionCanceledException.class,
                        () ->
                                fixture.engine()
                                        .transactWriteItems()
                                        .execute(
                                                new TransactWriteItemsRequest(
                                                        List.of(action("other"), action("full")),
                                                        null,
                                                        ReturnConsumedCapacity.NONE,
                                                        ReturnItemCollectionMetrics.NONE)));

        assertThat(cancelled.reasons())
                .extracting(CancellationReason::code)
                .containsExactly("None", "ItemCollectionSizeLimitExceeded");
        assertThat(ledger.entries(Ledger.LOCAL)).hasSize(FITTING);
    }

    private void fill(String pk) {
        for (int i = 0; i < FITTING; i++) {
            put(pk, i, NOTE);
        }
    }

    private void put(String pk, int sk, String note) {
        ledger.put(pk, String.valueOf(sk), null, sk, note);
    }

    private static TransactWrite action(String pk) {
        Item item =
                Item.of(
                        Map.of(
                                "pk", EngineFixture.text(pk),
                                "sk", EngineFixture.text("new"),
                                "note", EngineFixture.text(NOTE)));
        return new TransactWrite.Put(
                Ledger.TABLE,
                item,
                null,
                ExpressionAttributes.NONE,
                ReturnValuesOnConditionCheckFailure.NONE);
    }
}
