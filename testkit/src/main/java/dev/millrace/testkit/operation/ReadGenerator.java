package dev.millrace.testkit.operation;

import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.Comparator;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.KeyCondition;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes queries and scans.
final class ReadGenerator {
    private static final List<Comparator> SORT_KEY_COMPARATORS =
            List.of(
                    Comparator.EQUAL,
                    Comparator.LESS,
                    Comparator.LESS_OR_EQUAL,
                    Comparator.GREATER,
                    Comparator.GREATER_OR_EQUAL);

    private final Chance chance;
    private final ValueGenerator values;
    private final PathGenerator paths;
    private final ConditionGenerator conditions;
    private final ItemGenerator items;
    private Map<String, AttributeValue> like = Map.of();

    ReadGenerator(
            Chance chance,
            ValueGenerator values,
            PathGenerator paths,
            ConditionGenerator conditions,
            ItemGenerator items) {
        this.chance = chance;
        this.values = values;
        this.paths = paths;
        this.conditions = conditions;
        this.items = items;
    }

    DatabaseOperation.Query query(TableShape table) {
        boolean countsOnly = chance.percent(10);
        IndexShape index = index(table);
        like = items.earlier(table);
        return new DatabaseOperation.Query(
                table.name(),
                keyCondition(
                        index == null ? IndexKeySchema.of(table.keySchema()) : index.keySchema()),
                chance.percent(30) ? conditions.filter(table) : null,
                countsOnly ? List.of() : paths.projection(table),
                limit(),
                chance.percent(60),
                countsOnly,
                nameOf(index));
    }

    DatabaseOperation.Scan scan(TableShape table) {
        boolean countsOnly = chance.percent(10);
        return new DatabaseOperation.Scan(
                table.name(),
                filterOfScan(table),
                countsOnly ? List.of() : paths.projection(table),
                limit(),
                chance.percent(40) ? Integer.valueOf(1 + chance.below(6)) : null,
                countsOnly,
                nameOf(index(table)));
    }

    // Where a table has indexes, most reads are of them.
    private @Nullable IndexShape index(TableShape table) {
        return table.indexes().isEmpty() || chance.percent(40) ? null : chance.of(table.indexes());
    }

    private @Nullable String nameOf(@Nullable IndexShape index) {
        return index == null ? null : chance.percent(1) ? "missing" : index.name();
    }

    private @Nullable Condition filterOfScan(TableShape table) {
        return chance.percent(40) ? conditions.condition(table) : null;
    }

    private @Nullable Integer limit() {
        return chance.percent(50) ? Integer.valueOf(1 + chance.below(4)) : null;
    }

    private KeyCondition keyCondition(IndexKeySchema schema) {
        KeyAttribute partitionKey = schema.partitionKeys().getFirst();
        AttributeValue partition =
                chance.percent(1) ? new AttributeValue.Null() : value(partitionKey);
        Map<String, AttributeValue> equalities = new LinkedHashMap<>();
        schema.partitionKeys().stream().skip(1).forEach(key -> equalTo(key, equalities));
        boolean restricts = !schema.sortKeys().isEmpty() && chance.percent(70);
        return new KeyCondition(
                partitionKey.name(),
                partition,
                restricts ? sortKeyCondition(schema.sortKeys(), equalities) : null,
                equalities);
    }

    // Restricts one of the attributes, and with it all before it.
    private KeyCondition.SortKeyCondition sortKeyCondition(
            List<KeyAttribute> sortKeys, Map<String, AttributeValue> equalities) {
        int restricted = chance.below(sortKeys.size());
        sortKeys.subList(0, restricted).forEach(key -> equalTo(key, equalities));
        return sortKeyCondition(sortKeys.get(restricted));
    }

    private void equalTo(KeyAttribute key, Map<String, AttributeValue> equalities) {
        equalities.put(key.name(), value(key));
    }

    // Most values are those of one item made before, so that queries of several attributes
    // find something.
    private AttributeValue value(KeyAttribute key) {
        AttributeValue known = like.get(key.name());
        return known != null && IndexShape.canBeKey(key, known) && chance.percent(80)
                ? known
                : values.key(key.type());
    }

    private KeyCondition.SortKeyCondition sortKeyCondition(KeyAttribute sortKey) {
        AttributeValue one = values.key(sortKey.type());
        AttributeValue other = values.key(sortKey.type());
        return switch (chance.below(4)) {
            case 0 -> between(sortKey, one, other);
            case 1 ->
                    sortKey.type() == ScalarType.N
                            ? between(sortKey, one, other)
                            : new KeyCondition.SortKeyCondition.BeginsWith(sortKey.name(), one);
            default ->
                    new KeyCondition.SortKeyCondition.Comparison(
                            sortKey.name(), chance.of(SORT_KEY_COMPARATORS), one);
        };
    }

    private KeyCondition.SortKeyCondition between(
            KeyAttribute sortKey, AttributeValue one, AttributeValue other) {
        boolean ascending = ConditionGenerator.isAscending(one, other) != chance.percent(2);
        return new KeyCondition.SortKeyCondition.Between(
                sortKey.name(), ascending ? one : other, ascending ? other : one);
    }
}
