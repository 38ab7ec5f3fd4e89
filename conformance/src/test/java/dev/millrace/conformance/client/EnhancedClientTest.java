package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.IgnoreNullsMode;
import software.amazon.awssdk.enhanced.dynamodb.model.Page;
import software.amazon.awssdk.enhanced.dynamodb.model.PageIterable;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.util.List;

/// The SDK's enhanced client, which makes tables and items from annotated classes.
final class EnhancedClientTest extends ClientTest {
    private static final String SHOP = "north";

    private DynamoDbEnhancedClient client;
    private DynamoDbTable<MappedOrder> orders;

    EnhancedClientTest(Storage storage) {
        super(storage);
    }

    @BeforeEach
    void createTable() {
        client = DynamoDbEnhancedClient.builder().dynamoDbClient(tables()).build();
        orders = client.table(newName(), TableSchema.fromBean(MappedOrder.class));
        orders.createTable();
        tables().waiter().waitUntilTableExists(request -> request.tableName(orders.tableName()));
    }

    @Test
    void tableMadeFromAClassHasItsIndexes() {
        TableDescription table = orders.describeTable().table();

        assertThat(table.globalSecondaryIndexes())
                .extracting(GlobalSecondaryIndexDescription::indexName)
                .containsExactly(MappedOrder.BY_CUSTOMER);
        assertThat(table.localSecondaryIndexes())
                .extracting(LocalSecondaryIndexDescription::indexName)
                .containsExactly(MappedOrder.BY_DATE);
    }

    @Test
    void objectComesBackAsItWasPut() {
        orders.putItem(MappedOrders.whole(SHOP, 1));

        MappedOrder expected = MappedOrders.whole(SHOP, 1);
        expected.setVersion(1L);
        assertThat(orders.getItem(key(1))).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void deletedObjectIsReturned() {
        orders.putItem(MappedOrders.key(SHOP, 1));

        assertThat(orders.deleteItem(key(1)).getNumber()).isEqualTo(1);
        assertThat(orders.getItem(key(1))).isNull();
    }

    @Test
    void queryGoesFromPageToPage() {
        fill(25);
        PageIterable<MappedOrder> pages =
                orders.query(request ->
                        request.queryConditional(QueryConditional.sortBetween(key(3), key(20)))
                                .limit(5));

        assertThat(pages.stream().map(page -> page.items().size())).containsExactly(5, 5, 5, 3);
        assertThat(pages.items()).extracting(MappedOrder::getNumber).isSorted().hasSize(18);
    }

    @Test
    void globalIndexIsReadInTheOrderOfItsSortKey() {
        fill(25);
        List<MappedOrder> found =
                PageIterable.create(
                                orders.index(MappedOrder.BY_CUSTOMER)
                                        .query(request ->
                                                request.queryConditional(ofCustomer("c1"))
                                                        .limit(3)))
                        .items()
                        .stream()
                        .toList();

        assertThat(found)
                .extracting(MappedOrder::getNumber)
                .containsExactly(22, 19, 16, 13, 10, 7, 4, 1);
    }

    @Test
    void localIndexIsReadConsistently() {
        fill(14);
        List<MappedOrder> found =
                PageIterable.create(
                                orders.index(MappedOrder.BY_DATE)
                                        .query(request ->
                                                request.queryConditional(
                                                                QueryConditional.keyEqualTo(
                                                                        ofShop()))
                                                        .consistentRead(true)))
                        .items()
                        .stream()
                        .toList();

        assertThat(found).extracting(MappedOrder::getPlaced).isSorted().hasSize(14);
    }

    @Test
    void scanReadsEveryPage() {
        fill(23);

        assertThat(orders.scan(request -> request.limit(7)).stream())
                .extracting(page -> page.items().size())
                .containsExactly(7, 7, 7, 2);
    }

    @Test
    void transactionIsReadTogether() {
        client.transactWriteItems(transaction ->
                transaction
                        .addPutItem(orders, MappedOrders.whole(SHOP, 1))
                        .addUpdateItem(orders, MappedOrders.key(SHOP, 2)));

        assertThat(
                        client.transactGetItems(transaction ->
                                transaction.addGetItem(orders, key(2)).addGetItem(orders, key(1))))
                .extracting(document -> document.getItem(orders).getNumber())
                .containsExactly(2, 1);
    }

    @Test
    void cancelledTransactionTellsWhichObjectWasStale() {
        orders.putItem(MappedOrders.key(SHOP, 2));

        TransactionCanceledException cancelled =
                catchThrowableOfType(
                        TransactionCanceledException.class,
                        () ->
                                client.transactWriteItems(transaction ->
                                        transaction
                                                .addPutItem(orders, MappedOrders.key(SHOP, 1))
                                                .addPutItem(orders, MappedOrders.key(SHOP, 2))));

        assertThat(cancelled.cancellationReasons())
                .extracting(CancellationReason::code)
                .containsExactly("None", "ConditionalCheckFailed");
        assertThat(orders.getItem(key(1))).isNull();
    }

    @Test
    void updateThatIgnoresNullsKeepsTheRest() {
        orders.putItem(MappedOrders.whole(SHOP, 1));
        MappedOrder changes = orders.getItem(key(1));
        changes.setCustomer(null);
        changes.setTotal(5L);

        MappedOrder updated =
                orders.updateItem(request ->
                        request.item(changes).ignoreNullsMode(IgnoreNullsMode.SCALAR_ONLY));

        assertThat(updated.getCustomer()).isEqualTo("c1");
        assertThat(updated.getTotal()).isEqualTo(5);
    }

    @Test
    void updateThatDoesNotIgnoreNullsRemoves() {
        orders.putItem(MappedOrders.whole(SHOP, 1));
        MappedOrder changes = orders.getItem(key(1));
        changes.setCustomer(null);

        assertThat(orders.updateItem(changes).getCustomer()).isNull();
        assertThat(orders.index(MappedOrder.BY_CUSTOMER).scan().stream().map(Page::items))
                .containsExactly(List.of());
    }

    @Test
    void staleVersionIsRefused() {
        orders.putItem(MappedOrders.whole(SHOP, 1));
        MappedOrder mine = orders.getItem(key(1));
        MappedOrder theirs = orders.getItem(key(1));
        mine.setTotal(7L);

        assertThat(orders.updateItem(mine).getVersion()).isEqualTo(2);
        assertThatThrownBy(() -> orders.updateItem(theirs))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(orders.getItem(key(1)).getTotal()).isEqualTo(7);
    }

    private void fill(int count) {
        MappedOrders.first(SHOP, count).forEach(orders::putItem);
    }

    private static QueryConditional ofCustomer(String customer) {
        return QueryConditional.keyEqualTo(Key.builder().partitionValue(customer).build());
    }

    private static Key ofShop() {
        return Key.builder().partitionValue(SHOP).build();
    }

    private static Key key(int number) {
        return Key.builder().partitionValue(SHOP).sortValue(number).build();
    }
}
