package dev.millrace.engine.index;

import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.model.value.AttributeValue;

import java.util.List;

/// How long the key of an index may be: the values of its partition key together as long as a
/// table's partition key, those of its sort key together as long as a table's sort key.
final class IndexKeySizes {
    private IndexKeySizes() {}

    static boolean fit(List<AttributeValue> partition, List<AttributeValue> sort) {
        return partitionFits(partition) && sortFits(sort);
    }

    static boolean partitionFits(List<AttributeValue> values) {
        return bytes(values) <= ItemKeys.PARTITION_KEY_BYTES_MAX;
    }

    static boolean sortFits(List<AttributeValue> values) {
        return bytes(values) <= ItemKeys.SORT_KEY_BYTES_MAX;
    }

    private static int bytes(List<AttributeValue> values) {
        return values.stream().mapToInt(value -> KeyBytes.of(value).length).sum();
    }
}
