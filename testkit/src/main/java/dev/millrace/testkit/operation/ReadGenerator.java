package dev.millrace.testkit.operation;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.Comparator;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.KeyCondition;

import org.jspecify.annotations.Nullable;

import java.util.List;

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

    ReadGenerator(
            Chance chance,
            ValueGenerator values,
            PathGenerator paths,
            ConditionGenerator conditions) {
        this.chance = chance;
        this.values = values;
        this.paths = paths;
        this.conditions = conditions;
    }

    DatabaseOperation query(TableShape table) {
        boolean countsOnly = chance.percent(10);
        return new DatabaseOperation.Query(
                table.name(),
                keyCondition(table),
                chance.percent(30) ? conditions.filter(table) : null,
                countsOnly ? List.of() : paths.projection(table),
                limit(),
                chance.percent(60),
                countsOnly);
    }

    DatabaseOperation scan(TableShape table) {
        boolean countsOnly = chance.percent(10);
        return new DatabaseOperation.Scan(
                table.name(),
                filterOfScan(table),
                countsOnly ? List.of() : paths.projection(table),
                limit(),
                chance.percent(40) ? Integer.valueOf(1 + chance.below(6)) : null,
                countsOnly);
    }

    private @Nullable Condition filterOfScan(TableShape table) {
        return chance.percent(40) ? conditions.condition(table) : null;
    }

    private @Nullable Integer limit() {
        return chance.percent(50) ? Integer.valueOf(1 + chance.below(4)) : null;
    }

    private KeyCondition keyCondition(TableShape table) {
        KeyAttribute partitionKey = table.keySchema().partitionKey();
        KeyAttribute sortKey = table.keySchema().sortKey();
        AttributeValue partition =
                chance.percent(1) ? new AttributeValue.Null() : values.key(partitionKey.type());
        boolean restricts = sortKey != null && chance.percent(70);
        return new KeyCondition(
                partitionKey.name(), partition, restricts ? sortKeyCondition(sortKey) : null);
    }

    private KeyCondition.SortKeyCondition sortKeyCondition(@Nullable KeyAttribute sortKey) {
        if (sortKey == null) {
            throw new IllegalStateException("table without sort key");
        }
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
