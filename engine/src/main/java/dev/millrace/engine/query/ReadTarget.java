package dev.millrace.engine.query;

import dev.millrace.engine.catalog.Table;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleWriter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What a Query or Scan reads: a table, or a secondary index of one. Either way rows are ordered by
/// the hash of the partition key, then by partition key and sort key.
public sealed interface ReadTarget permits TableTarget, IndexTarget {
    /// The table that is read, or whose index.
    Table table();

    /// The family of the rows.
    Family family();

    /// The key that conditions are about.
    IndexKeySchema keySchema();

    /// The attributes of `ExclusiveStartKey` and `LastEvaluatedKey`: together they name one row.
    List<KeyAttribute> startKeyAttributes();

    /// All rows.
    KeyRange rows();

    /// The beginning that the rows share whose partition key has this hash.
    TupleWriter hashed(long hash);

    /// The beginning that the rows of one partition key share; sort keys may be appended to it.
    TupleWriter partition(List<AttributeValue> values);

    /// The key of the row that a start key names.
    byte[] row(Item startKey);

    /// The start key of the row that holds `item`.
    default Item startKeyOf(Item item) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (KeyAttribute attribute : startKeyAttributes()) {
            key.put(attribute.name(), Objects.requireNonNull(item.get(attribute.name())));
        }
        return Item.of(key);
    }
}
