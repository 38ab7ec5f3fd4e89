package dev.millrace.engine.query;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleWriter;

import java.util.List;

/// The items of a table.
public record TableTarget(Table table) implements ReadTarget {
    @Override
    public Family family() {
        return Keyspace.ITEMS;
    }

    @Override
    public IndexKeySchema keySchema() {
        return IndexKeySchema.of(table.keySchema());
    }

    @Override
    public List<KeyAttribute> startKeyAttributes() {
        return table.keySchema().attributes();
    }

    @Override
    public KeyRange rows() {
        return Keyspace.itemsOf(table.id());
    }

    @Override
    public TupleWriter hashed(long hash) {
        return RowKey.hashed(table.id(), hash);
    }

    @Override
    public TupleWriter partition(List<AttributeValue> values) {
        return RowKey.partition(table.id(), KeyBytes.of(values.getFirst()));
    }

    @Override
    public byte[] row(Item startKey) {
        return RowKey.of(table.id(), ItemKeys.ofKey(table.keySchema(), startKey)).bytes();
    }
}
