package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DuplicateItemException;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Statements of PartiQL through the SDK.
final class StatementsTest extends ClientTest {
    StatementsTest(Storage storage) {
        super(storage);
    }

    @Test
    void statementsWriteAndRead() {
        String table = newTable();
        execute(insert(table), Items.s("a"), Items.n(1));

        assertThat(
                        execute(
                                        "UPDATE \"%s\" SET n = n + 4 WHERE \"%s\" = ? RETURNING ALL NEW *"
                                                .formatted(table, TableForms.PARTITION_KEY),
                                        Items.s("a"))
                                .items())
                .containsExactly(Items.with(Items.key("a"), "n", Items.n(5)));
        assertThat(execute(select(table), Items.s("a")).items())
                .containsExactly(Items.with(Items.key("a"), "n", Items.n(5)));
        execute(delete(table), Items.s("a"));
        assertThat(execute(select(table), Items.s("a")).items()).isEmpty();
    }

    @Test
    void secondInsertIsRefused() {
        String table = newTable();
        execute(insert(table), Items.s("a"), Items.n(1));

        assertThat(
                        catchThrowableOfType(
                                DuplicateItemException.class,
                                () -> execute(insert(table), Items.s("a"), Items.n(2))))
                .hasMessageContaining("Duplicate primary key exists in table");
    }

    @Test
    void pagesFollowEachOther() {
        String table = newTableWithSortKey();
        String insert =
                "INSERT INTO \"%s\" VALUE {'%s': 'a', '%s': ?}"
                        .formatted(table, TableForms.PARTITION_KEY, TableForms.SORT_KEY);
        for (int i = 0; i < 5; i++) {
            execute(insert, Items.n(i));
        }

        String select =
                "SELECT * FROM \"%s\" WHERE \"%s\" = 'a' ORDER BY \"%s\" DESC"
                        .formatted(table, TableForms.PARTITION_KEY, TableForms.SORT_KEY);
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            ExecuteStatementResponse page =
                    tables().executeStatement(
                                    request -> request.statement(select).limit(2).nextToken(next));
            found.addAll(page.items());
            sizes.add(page.items().size());
            token = page.nextToken();
        } while (token != null);

        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(found)
                .containsExactlyElementsOf(
                        Stream.of(4, 3, 2, 1, 0).map(number -> Items.key("a", number)).toList());
    }

    @Test
    void statementsOfABatchFailOnTheirOwn() {
        String table = newTable();
        execute(insert(table), Items.s("a"), Items.n(1));

        List<BatchStatementResponse> responses =
                tables().batchExecuteStatement(request ->
                                request.statements(
                                        of(insert(table), Items.s("a"), Items.n(2)),
                                        of(insert(table), Items.s("b"), Items.n(3))))
                        .responses();

        assertThat(responses.getFirst().error().code())
                .isEqualTo(BatchStatementErrorCodeEnum.DUPLICATE_ITEM);
        assertThat(responses.getLast().error()).isNull();
        assertThat(execute(select(table), Items.s("b")).items()).hasSize(1);
    }

    @Test
    void statementsOfATransactionTakeEffectTogether() {
        String table = newTableWithStream(StreamViewType.NEW_AND_OLD_IMAGES);
        transact(
                "t1",
                inTransaction(insert(table), Items.s("a"), Items.n(1)),
                inTransaction(insert(table), Items.s("b"), Items.n(2)));

        assertThat(
                        tables().executeTransaction(request ->
                                        request.transactStatements(
                                                inTransaction(select(table), Items.s("b")),
                                                inTransaction(select(table), Items.s("none"))))
                                .responses())
                .extracting(ItemResponse::item)
                .containsExactly(Items.with(Items.key("b"), "n", Items.n(2)), Map.of());
        assertThat(latestStream(table).eventNames())
                .containsExactly(OperationType.INSERT, OperationType.INSERT);
    }

    @Test
    void cancelledTransactionTellsItsReasons() {
        String table = newTable();
        execute(insert(table), Items.s("a"), Items.n(1));

        TransactionCanceledException cancelled =
                catchThrowableOfType(
                        TransactionCanceledException.class,
                        () ->
                                transact(
                                        "t1",
                                        inTransaction(insert(table), Items.s("b"), Items.n(2)),
                                        inTransaction(insert(table), Items.s("a"), Items.n(2))));

        assertThat(cancelled.cancellationReasons())
                .extracting(CancellationReason::code)
                .containsExactly("None", "DuplicateItem");
        assertThat(execute(select(table), Items.s("b")).items()).isEmpty();
    }

    @Test
    void tokenMakesATransactionSafeToRepeat() {
        String table = newTable();
        transact("t1", inTransaction(insert(table), Items.s("a"), Items.n(1)));
        transact("t1", inTransaction(insert(table), Items.s("a"), Items.n(1)));

        assertThat(
                        catchThrowableOfType(
                                IdempotentParameterMismatchException.class,
                                () ->
                                        transact(
                                                "t1",
                                                inTransaction(
                                                        insert(table), Items.s("b"), Items.n(1)))))
                .isNotNull();
    }

    private ExecuteStatementResponse execute(String statement, AttributeValue... parameters) {
        return tables().executeStatement(
                        request -> request.statement(statement).parameters(parameters));
    }

    private void transact(String token, ParameterizedStatement... statements) {
        tables().executeTransaction(request ->
                request.clientRequestToken(token).transactStatements(statements));
    }

    private static BatchStatementRequest of(String statement, AttributeValue... parameters) {
        return BatchStatementRequest.builder().statement(statement).parameters(parameters).build();
    }

    private static ParameterizedStatement inTransaction(
            String statement, AttributeValue... parameters) {
        return ParameterizedStatement.builder().statement(statement).parameters(parameters).build();
    }

    private static String insert(String table) {
        return "INSERT INTO \"%s\" VALUE {'%s': ?, 'n': ?}"
                .formatted(table, TableForms.PARTITION_KEY);
    }

    private static String select(String table) {
        return "SELECT * FROM \"%s\" WHERE \"%s\" = ?".formatted(table, TableForms.PARTITION_KEY);
    }

    private static String delete(String table) {
        return "DELETE FROM \"%s\" WHERE \"%s\" = ?".formatted(table, TableForms.PARTITION_KEY);
    }
}
