package dev.millrace.engine.query;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.EntryKey;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleWriter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The entries of a secondary index.
public record IndexTarget(Table table, SecondaryIndex index) implements ReadTarget {
    @Override
    public Family family() {
        return Keyspace.INDEX;
    }

    @Override
    public IndexKeySchema keySchema() {
        return index.keySchema();
    }

    // Entries with equal index keys are told apart by the table's key.
    @Override
    public List<KeyAttribute> startKeyAttributes() {
        List<KeyAttribute> attributes = new ArrayList<>(keySchema().attributes());
        table.keySchema().attributes().stream()
                .filter(attribute -> !keySchema().contains(attribute.name()))
                .forEach(attributes::add);
        return attributes;
    }

    @Override
    public KeyRange rows() {
        return Keyspace.entriesOf(table.id(), index.id());
    }

    @Override
    public TupleWriter hashed(long hash) {
        return EntryKey.hashed(table.id(), index.id(), hash);
    }

    @Override
    public TupleWriter partition(List<AttributeValue> values) {
        return EntryKey.partition(table.id(), index.id(), values);
    }

    @Override
    public byte[] row(Item startKey) {
        return EntryKey.of(
                table.id(),
                index.id(),
                values(keySchema().partitionKeys(), startKey),
                values(keySchema().sortKeys(), startKey),
                ItemKeys.ofItem(table.keySchema(), startKey));
    }

    private static List<AttributeValue> values(List<KeyAttribute> attributes, Item startKey) {
        return attributes.stream()
                .map(attribute -> Objects.requireNonNull(startKey.get(attribute.name())))
                .toList();
    }
}
