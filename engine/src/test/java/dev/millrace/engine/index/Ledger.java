package dev.millrace.engine.index;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.catalog.CatalogRows;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.LegacyRead;
import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TableOptions;
import dev.millrace.model.response.QueryResponse;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexDescription;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A table `ledger` with the keys `pk` and `sk`, both strings; a local index `local` by the number
/// `n`, which holds keys only; and a global index `global` by the string `g` and the number `n`,
/// which holds `note` as well.
final class Ledger {
    static final String TABLE = "ledger";
    static final String LOCAL = "local";
    static final String GLOBAL = "global";

    private final EngineFixture fixture;

    Ledger(EngineFixture fixture) {
        this.fixture = fixture;
        fixture.engine()
                .createTable()
                .execute(
                        new CreateTableRequest(
                                TABLE,
                                List.of(
                                        new AttributeDefinition("pk", ScalarType.S),
                                        new AttributeDefinition("sk", ScalarType.S),
                                        new AttributeDefinition("g", ScalarType.S),
                                        new AttributeDefinition("n", ScalarType.N)),
                                keys("pk", "sk"),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                null,
                                TableOptions.NONE,
                                List.of(),
                                null,
                                List.of(index(LOCAL, ProjectionType.KEYS_ONLY, null, "pk")),
                                List.of(
                                        index(
                                                GLOBAL,
                                                ProjectionType.INCLUDE,
                                                List.of("note"),
                                                "g"))));
    }

    void put(String pk, String sk, @Nullable String g, @Nullable Integer n, String note) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        attributes.put("pk", EngineFixture.text(pk));
        attributes.put("sk", EngineFixture.text(sk));
        attributes.put("note", EngineFixture.text(note));
        attributes.put("text", EngineFixture.text("in no index"));
        if (g != null) {
            attributes.put("g", EngineFixture.text(g));
        }
        if (n != null) {
            attributes.put("n", number(n));
        }
        fixture.put(TABLE, Item.of(attributes));
    }

    void delete(String pk, String sk) {
        fixture.engine()
                .deleteItem()
                .execute(
                        new DeleteItemRequest(
                                TABLE,
                                Item.of(
                                        Map.of(
                                                "pk", EngineFixture.text(pk),
                                                "sk", EngineFixture.text(sk))),
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    static AttributeValue number(int n) {
        return new AttributeValue.N(Decimal.parse(String.valueOf(n)));
    }

    /// A page of the entries of the global index with one value of `g`.
    QueryResponse query(String g, boolean forward, @Nullable Integer limit, @Nullable Item start) {
        return fixture.engine()
                .query()
                .execute(
                        new QueryRequest(
                                TABLE,
                                "g = :g",
                                null,
                                null,
                                new ExpressionAttributes(null, Map.of(":g", EngineFixture.text(g))),
                                null,
                                limit,
                                false,
                                forward,
                                start,
                                ReturnConsumedCapacity.NONE,
                                LegacyRead.NONE,
                                GLOBAL));
    }

    IndexDescription describe(String index) {
        return fixture.describe(TABLE).indexes().stream()
                .filter(each -> each.index().name().equals(index))
                .findFirst()
                .orElseThrow();
    }

    /// What an index holds, by the store, in the order of its rows.
    List<Item> entries(String index) {
        Table table = CatalogRows.load(fixture.store()).table(TABLE).orElseThrow();
        int id = table.indexes().named(index).orElseThrow().id();
        return rows(Keyspace.INDEX, Keyspace.entriesOf(table.id(), id));
    }

    /// What an index is to hold. Not made by the code that makes entries.
    List<Item> expected(String index) {
        List<String> kept =
                index.equals(LOCAL)
                        ? List.of("pk", "sk", "n")
                        : List.of("pk", "sk", "g", "n", "note");
        List<Item> expected = new ArrayList<>();
        for (Item item : rows(Keyspace.ITEMS, KeyRange.all())) {
            boolean has = item.get("n") != null && (index.equals(LOCAL) || item.get("g") != null);
            if (has) {
                Map<String, AttributeValue> entry = new HashMap<>(item.attributes());
                entry.keySet().retainAll(kept);
                expected.add(Item.of(entry));
            }
        }
        return expected;
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

    private static IndexSpecification index(
            String name, ProjectionType type, @Nullable List<String> included, String partition) {
        return new IndexSpecification(
                name, keys(partition, "n"), new IndexProjection(type, included), null, null, null);
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(
                new KeySchemaElement(partition, KeyType.HASH),
                new KeySchemaElement(sort, KeyType.RANGE));
    }
}
