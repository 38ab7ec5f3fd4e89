package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.Map;

/// Transactions through the SDK.
final class TransactionsTest extends ClientTest {
    TransactionsTest(Storage storage) {
        super(storage);
    }

    @Test
    void writesTakeEffectTogetherAndAreReadTogether() {
        String table = newTableWithStream(StreamViewType.NEW_AND_OLD_IMAGES);
        write("t1", put(table, "a"), put(table, "b"), update(table, "c"));

        assertThat(
                        tables().transactGetItems(request ->
                                        request.transactItems(
                                                get(table, "c"),
                                                get(table, "none"),
                                                get(table, "a")))
                                .responses())
                .extracting(ItemResponse::item)
                .containsExactly(
                        Items.with(Items.key("c"), "n", Items.n(1)), Map.of(), Items.key("a"));
        assertThat(latestStream(table).eventNames())
                .containsExactly(OperationType.INSERT, OperationType.INSERT, OperationType.INSERT);
    }

    @Test
    void cancellationReasonsStandInOrder() {
        String table = newTable();
        write("t1", put(table, "a"), put(table, "c"));

        TransactionCanceledException cancelled =
                catchThrowableOfType(
                        TransactionCanceledException.class,
                        () -> write("t2", put(table, "b"), put(table, "a"), check(table, "c")));

        assertThat(cancelled.cancellationReasons())
                .extracting(CancellationReason::code)
                .containsExactly("None", "ConditionalCheckFailed", "ConditionalCheckFailed");
    }

    @Test
    void tokenMakesRequestSafeToRepeat() {
        String table = newTable();
        write("t1", update(table, "a"));
        write("t1", update(table, "a"));

        assertThat(tables().getItem(request -> request.tableName(table).key(Items.key("a"))).item())
                .isEqualTo(Items.with(Items.key("a"), "n", Items.n(1)));
        assertThat(
                        catchThrowableOfType(
                                IdempotentParameterMismatchException.class,
                                () -> write("t1", update(table, "b"))))
                .isNotNull();
    }

    private void write(String token, TransactWriteItem... actions) {
        tables().transactWriteItems(
                        request -> request.clientRequestToken(token).transactItems(actions));
    }

    private static TransactGetItem get(String table, String key) {
        return TransactGetItem.builder()
                .get(get -> get.tableName(table).key(Items.key(key)))
                .build();
    }

    private static TransactWriteItem put(String table, String key) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(Items.key(key))
                                .conditionExpression("attribute_not_exists(#k)")
                                .expressionAttributeNames(Map.of("#k", TableForms.PARTITION_KEY)))
                .build();
    }

    private static TransactWriteItem update(String table, String key) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(Items.key(key))
                                .updateExpression("ADD n :one")
                                .expressionAttributeValues(Map.of(":one", Items.n(1))))
                .build();
    }

    private static TransactWriteItem check(String table, String key) {
        return TransactWriteItem.builder()
                .conditionCheck(check ->
                        check.tableName(table)
                                .key(Items.key(key))
                                .conditionExpression("attribute_not_exists(#k)")
                                .expressionAttributeNames(Map.of("#k", TableForms.PARTITION_KEY)))
                .build();
    }
}
