package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

import java.util.List;
import java.util.stream.IntStream;

/// CreateTable, DescribeTable, UpdateTable, DeleteTable and ListTables, with waiters and paginator.
final class TableOperationsTest extends ClientTest {
    TableOperationsTest(Storage storage) {
        super(storage);
    }

    @Test
    void createdTableIsDescribedAsItWasAskedFor() {
        String name = newTableWithSortKey();

        TableDescription table = describe(name);

        assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
        assertThat(table.keySchema())
                .extracting(element -> element.attributeName() + " " + element.keyType())
                .containsExactly("pk " + KeyType.HASH, "sk " + KeyType.RANGE);
        assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(table.tableArn())
                .isEqualTo("arn:aws:dynamodb:us-east-1:000000000000:table/" + name);
    }

    @Test
    void createAnswersTheStreamBeforeTheTableIsActive() {
        CreateTableRequest request =
                TableForms.streaming(TableForms.simple(newName()), StreamViewType.NEW_IMAGE);

        TableDescription table = tables().createTable(request).tableDescription();

        assertThat(table.latestStreamArn())
                .isEqualTo(table.tableArn() + "/stream/" + table.latestStreamLabel());
    }

    @Test
    void provisionedTableKeepsItsThroughput() {
        CreateTableRequest request =
                TableForms.simple(newName()).toBuilder()
                        .billingMode(BillingMode.PROVISIONED)
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(7L).writeCapacityUnits(3L))
                        .build();

        TableDescription table = describe(TableForms.create(tables(), request));

        assertThat(table.provisionedThroughput().readCapacityUnits()).isEqualTo(7);
        assertThat(table.provisionedThroughput().writeCapacityUnits()).isEqualTo(3);
    }

    @Test
    void secondTableOfTheSameNameIsRefused() {
        String name = newTable();

        assertThatThrownBy(() -> tables().createTable(TableForms.simple(name)))
                .isInstanceOf(ResourceInUseException.class);
    }

    @Test
    void updateEnablesAStream() {
        String name = newTable();

        tables().updateTable(request ->
                request.tableName(name)
                        .streamSpecification(stream ->
                                stream.streamEnabled(true)
                                        .streamViewType(StreamViewType.KEYS_ONLY)));
        tables().waiter().waitUntilTableExists(request -> request.tableName(name));

        assertThat(describe(name).streamSpecification().streamViewType())
                .isEqualTo(StreamViewType.KEYS_ONLY);
    }

    @Test
    void deletedTableIsGone() {
        String name = newTable();

        tables().deleteTable(request -> request.tableName(name));
        tables().waiter().waitUntilTableNotExists(request -> request.tableName(name));

        assertThatThrownBy(() -> describe(name)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void paginatorListsAllTablesInOrder() {
        List<String> names = IntStream.range(0, 7).mapToObj(_ -> newTable()).toList();

        List<String> listed =
                tables().listTablesPaginator(request -> request.limit(2)).tableNames().stream()
                        .toList();

        assertThat(listed).isSorted().containsAll(names).doesNotHaveDuplicates();
    }

    private TableDescription describe(String name) {
        return tables().describeTable(request -> request.tableName(name)).table();
    }
}
