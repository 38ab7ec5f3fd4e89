package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchGetResultPageIterable;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;

import java.util.List;
import java.util.Objects;

/// The kinds of schema that the SDK's enhanced client knows beside beans.
final class EnhancedSchemasTest extends ClientTest {
    EnhancedSchemasTest(Storage storage) {
        super(storage);
    }

    @Test
    void immutableClassIsBuiltFromAnItem() {
        DynamoDbTable<MappedShop> shops = create(TableSchema.fromImmutableClass(MappedShop.class));
        shops.putItem(MappedShop.builder().name("north").founded(1907).build());

        assertThat(shops.getItem(partition("north")).founded()).isEqualTo(1907);
    }

    @Test
    void recordIsBuiltFromAnItem() {
        DynamoDbTable<Visit> visits = create(VISITS);
        Visit visit = new Visit("ann", 3);
        visits.putItem(visit);

        assertThat(visits.scan().items()).containsExactly(visit);
    }

    @Test
    void documentNeedsNoClass() {
        DynamoDbTable<EnhancedDocument> documents =
                create(
                        TableSchema.documentSchemaBuilder()
                                .addIndexPartitionKey(
                                        TableMetadata.primaryIndexName(),
                                        "id",
                                        AttributeValueType.S)
                                .attributeConverterProviders(
                                        AttributeConverterProvider.defaultProvider())
                                .build());
        documents.putItem(
                EnhancedDocument.fromJson("{\"id\":\"a\",\"list\":[1,{\"deep\":true},null]}"));

        EnhancedDocument found = documents.getItem(partition("a"));
        assertThat(Objects.requireNonNull(found.getJson("list")))
                .isEqualToIgnoringWhitespace("[1,{\"deep\":true},null]");
    }

    // No class with a version: its condition cannot go into a batch.
    @Test
    void batchGetFindsWhatABatchWroteAndNotWhatItDeleted() {
        DynamoDbTable<MappedShop> shops = create(TableSchema.fromImmutableClass(MappedShop.class));
        shops.putItem(MappedShop.builder().name("south").build());
        client().batchWriteItem(batch ->
                batch.addWriteBatch(
                        WriteBatch.builder(MappedShop.class)
                                .mappedTableResource(shops)
                                .addPutItem(MappedShop.builder().name("north").build())
                                .addPutItem(MappedShop.builder().name("west").build())
                                .addDeleteItem(partition("south"))
                                .build()));

        BatchGetResultPageIterable pages =
                client().batchGetItem(batch ->
                        batch.addReadBatch(
                                ReadBatch.builder(MappedShop.class)
                                        .mappedTableResource(shops)
                                        .addGetItem(partition("north"))
                                        .addGetItem(partition("west"))
                                        .addGetItem(partition("south"))
                                        .build()));
        assertThat(pages.resultsForTable(shops))
                .extracting(MappedShop::name)
                .containsExactlyInAnyOrder("north", "west");
    }

    private DynamoDbEnhancedClient client() {
        return DynamoDbEnhancedClient.builder().dynamoDbClient(tables()).build();
    }

    private <T> DynamoDbTable<T> create(TableSchema<T> schema) {
        DynamoDbTable<T> table = client().table(newName(), schema);
        table.createTable();
        return table;
    }

    private static Key partition(String value) {
        return Key.builder().partitionValue(value).build();
    }

    /// How often somebody came.
    private record Visit(String who, int times) {}

    /// What a visit is made from.
    private static final class VisitDraft {
        private @Nullable String who;
        private int times;

        void setWho(String newWho) {
            this.who = newWho;
        }

        void setTimes(int newTimes) {
            this.times = newTimes;
        }

        Visit build() {
            return new Visit(Objects.requireNonNull(who, "who"), times);
        }
    }

    private static final TableSchema<Visit> VISITS =
            StaticImmutableTableSchema.builder(Visit.class, VisitDraft.class)
                    .newItemBuilder(VisitDraft::new, VisitDraft::build)
                    .addAttribute(
                            String.class,
                            who ->
                                    who.name("who")
                                            .getter(Visit::who)
                                            .setter(VisitDraft::setWho)
                                            .tags(
                                                    List.of(
                                                            StaticAttributeTags
                                                                    .primaryPartitionKey())))
                    .addAttribute(
                            Integer.class,
                            times ->
                                    times.name("times")
                                            .getter(Visit::times)
                                            .setter(VisitDraft::setTimes))
                    .build();
}
