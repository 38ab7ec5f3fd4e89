package dev.millrace.engine.query;

import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.expression.KeyCondition;
import dev.millrace.expression.SortKeyCondition;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.store.KeyRange;

import java.util.Arrays;

/// The rows that a key condition selects, which are always one range.
public final class QueryRange {
    private final int tableId;
    private final byte[] partitionKey;

    private QueryRange(int tableId, byte[] partitionKey) {
        this.tableId = tableId;
        this.partitionKey = partitionKey;
    }

    /// The rows of a table that `condition` selects.
    public static KeyRange of(int tableId, KeyCondition condition) {
        QueryRange range = new QueryRange(tableId, KeyBytes.of(condition.partitionValue()));
        SortKeyCondition sort = condition.sort();
        return sort == null ? range.whole() : range.of(sort);
    }

    private KeyRange of(SortKeyCondition condition) {
        return switch (condition) {
            case SortKeyCondition.EqualTo(var value) -> KeyRange.of(row(value), behind(value));
            case SortKeyCondition.LessThan(var value) -> KeyRange.of(whole().from(), row(value));
            case SortKeyCondition.LessOrEqual(var value) ->
                    KeyRange.of(whole().from(), behind(value));
            case SortKeyCondition.GreaterThan(var value) ->
                    KeyRange.of(behind(value), whole().to());
            case SortKeyCondition.GreaterOrEqual(var value) ->
                    KeyRange.of(row(value), whole().to());
            case SortKeyCondition.Between(var low, var high) -> KeyRange.of(row(low), behind(high));
            case SortKeyCondition.BeginsWith(var prefix) -> beginningWith(prefix);
        };
    }

    private KeyRange whole() {
        return KeyRange.prefix(RowKey.partition(tableId, partitionKey).toByteArray());
    }

    private byte[] row(AttributeValue sort) {
        return RowKey.partition(tableId, partitionKey).bytes(KeyBytes.of(sort)).toByteArray();
    }

    // The first key that can follow a row: the row's own key and a zero byte.
    private byte[] behind(AttributeValue sort) {
        byte[] row = row(sort);
        return Arrays.copyOf(row, row.length + 1);
    }

    private KeyRange beginningWith(AttributeValue prefix) {
        return KeyRange.prefix(
                RowKey.partition(tableId, partitionKey)
                        .bytesPrefix(KeyBytes.of(prefix))
                        .toByteArray());
    }
}
