package dev.millrace.engine.outbox;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.OutboxKeys;
import dev.millrace.engine.stream.RecordRow;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.value.Item;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

/// The rows of outboxes: each change with its keys and both images, whatever the table's stream
/// shows or whether it has one.
public final class OutboxRows {
    private OutboxRows() {}

    /// Adds a change to `batch` once more if a destination takes the table's changes.
    public static void write(CatalogState catalog, ItemChange change, WriteBatch batch) {
        KinesisDestination destination = catalog.destinations().takingFrom(change.table());
        if (destination != null) {
            batch.put(
                    Keyspace.OUTBOX,
                    OutboxKeys.key(destination.id(), change.position()),
                    row(change).encode());
        }
    }

    private static RecordRow row(ItemChange change) {
        Item keys = change.table().keySchema().itemOf(change.key());
        int bytes = keys.sizeBytes() + size(change.before()) + size(change.after());
        return new RecordRow(
                eventName(change), change.expired(), bytes, keys, change.after(), change.before());
    }

    private static EventName eventName(ItemChange change) {
        if (change.before() == null) {
            return EventName.INSERT;
        }
        return change.after() == null ? EventName.REMOVE : EventName.MODIFY;
    }

    private static int size(@Nullable Item image) {
        return image == null ? 0 : image.sizeBytes();
    }
}
