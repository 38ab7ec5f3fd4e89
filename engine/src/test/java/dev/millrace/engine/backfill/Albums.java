package dev.millrace.engine.backfill;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.catalog.CatalogRows;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GlobalSecondaryIndexUpdate;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.IndexDescription;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table `albums` with the string key `pk`, and an index `by-year` on the number `year` that
/// holds the attribute `title` as well; with what the store holds of both.
final class Albums {
    static final String TABLE = "albums";
    static final String INDEX = "by-year";

    private final EngineFixture fixture;

    Albums(EngineFixture fixture) {
        this.fixture = fixture;
    }

    void create() {
        fixture.createTable(TABLE, null);
    }

    void put(String key, String title, AttributeValue year) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put("pk", EngineFixture.text(key));
        attributes.put("title", EngineFixture.text(title));
        attributes.put("notes", EngineFixture.text("not projected"));
        attributes.put("year", year);
        fixture.put(TABLE, Item.of(attributes));
    }

    void putWithoutYear(String key) {
        fixture.put(TABLE, key, "v");
    }

    void delete(String key) {
        fixture.engine()
                .deleteItem()
                .execute(
                        new DeleteItemRequest(
                                TABLE,
                                Item.of(Map.of("pk", EngineFixture.text(key))),
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    static AttributeValue year(int year) {
        return new AttributeValue.N(Decimal.parse(String.valueOf(year)));
    }

    TableDescription addIndex() {
        return addIndex(INDEX);
    }

    TableDescription addIndex(String name) {
        IndexSpecification index =
                new IndexSpecification(
                        name,
                        List.of(new KeySchemaElement("year", KeyType.HASH)),
                        new IndexProjection(ProjectionType.INCLUDE, List.of("title")),
                        null,
                        null,
                        null);
        return update(
                new GlobalSecondaryIndexUpdate(index, null, null),
                List.of(new AttributeDefinition("year", ScalarType.N)));
    }

    TableDescription deleteIndex() {
        return update(new GlobalSecondaryIndexUpdate(null, null, INDEX), List.of());
    }

    void deleteTable() {
        fixture.engine().deleteTable().execute(new DeleteTableRequest(TABLE));
    }

    IndexDescription index() {
        return fixture.describe(TABLE).indexes().getFirst();
    }

    boolean isIndexActive() {
        return index().index().status() == IndexStatus.ACTIVE;
    }

    void awaitIndexActive() {
        while (!isIndexActive()) {
            Thread.onSpinWait();
        }
    }

    /// What the index holds, by the store.
    List<Item> entries() {
        Table table = CatalogRows.load(fixture.store()).table(TABLE).orElseThrow();
        int index = table.indexes().named(INDEX).orElseThrow().id();
        return rows(Keyspace.INDEX, Keyspace.entriesOf(table.id(), index));
    }

    /// What it is to hold: of each item with a number as year, keys and title. Not made by the code
    /// that makes entries.
    List<Item> expectedEntries() {
        List<Item> expected = new ArrayList<>();
        for (Item item : rows(Keyspace.ITEMS, KeyRange.all())) {
            Map<String, AttributeValue> kept = new HashMap<>(item.attributes());
            kept.keySet().retainAll(List.of("pk", "year", "title"));
            if (kept.get("year") instanceof AttributeValue.N) {
                expected.add(Item.of(kept));
            }
        }
        return expected;
    }

    /// How many rows of a kind there are in the store.
    int count(Family family, KeyRange range) {
        int count = 0;
        try (Cursor cursor = fixture.store().scan(family, range, Direction.ASCENDING)) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }

    private List<Item> rows(Family family, KeyRange range) {
        List<Item> rows = new ArrayList<>();
        try (Cursor cursor = fixture.store().scan(family, range, Direction.ASCENDING)) {
            while (cursor.next()) {
                rows.add(RowValue.decode(cursor.value()));
            }
        }
        return rows;
    }

    private TableDescription update(
            GlobalSecondaryIndexUpdate update, List<AttributeDefinition> definitions) {
        return fixture.engine()
                .updateTable()
                .execute(
                        new UpdateTableRequest(
                                TABLE,
                                null,
                                null,
                                null,
                                TableOptions.NONE,
                                definitions,
                                List.of(update)))
                .tableDescription();
    }
}
