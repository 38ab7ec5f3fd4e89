package dev.millrace.engine.query;

import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.expression.KeyCondition;
import dev.millrace.expression.SortKeyCondition;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleWriter;

/// The rows that a key condition selects, which are always one range.
public final class QueryRange {
    private final ReadTarget target;
    private final KeyCondition condition;

    private QueryRange(ReadTarget target, KeyCondition condition) {
        this.target = target;
        this.condition = condition;
    }

    /// The rows of `target` that `condition` selects.
    public static KeyRange of(ReadTarget target, KeyCondition condition) {
        QueryRange range = new QueryRange(target, condition);
        SortKeyCondition sort = condition.sort();
        return sort == null ? range.whole() : range.of(sort);
    }

    private KeyRange of(SortKeyCondition sort) {
        return switch (sort) {
            case SortKeyCondition.EqualTo(var value) -> equalTo(value);
            case SortKeyCondition.LessThan(var value) ->
                    KeyRange.of(whole().from(), equalTo(value).from());
            case SortKeyCondition.LessOrEqual(var value) ->
                    KeyRange.of(whole().from(), equalTo(value).to());
            case SortKeyCondition.GreaterThan(var value) ->
                    KeyRange.of(equalTo(value).to(), whole().to());
            case SortKeyCondition.GreaterOrEqual(var value) ->
                    KeyRange.of(equalTo(value).from(), whole().to());
            case SortKeyCondition.Between(var low, var high) ->
                    KeyRange.of(equalTo(low).from(), equalTo(high).to());
            case SortKeyCondition.BeginsWith(var prefix) -> beginningWith(prefix);
        };
    }

    private KeyRange whole() {
        return KeyRange.prefix(beginning().toByteArray());
    }

    // In an index other elements may follow the value.
    private KeyRange equalTo(AttributeValue value) {
        return KeyRange.prefix(beginning().bytes(KeyBytes.of(value)).toByteArray());
    }

    private KeyRange beginningWith(AttributeValue prefix) {
        return KeyRange.prefix(beginning().bytesPrefix(KeyBytes.of(prefix)).toByteArray());
    }

    private TupleWriter beginning() {
        TupleWriter tuple = target.partition(condition.partitionValues());
        condition.sortValues().forEach(value -> tuple.bytes(KeyBytes.of(value)));
        return tuple;
    }
}
