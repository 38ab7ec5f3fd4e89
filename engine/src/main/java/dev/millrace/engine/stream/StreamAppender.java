package dev.millrace.engine.stream;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.Item;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

/// Adds the stream record of an item change to the batch that makes the change.
public final class StreamAppender {
    private final TrafficTable traffic;

    /// An appender that counts in `traffic` what it adds.
    public StreamAppender(TrafficTable traffic) {
        this.traffic = traffic;
    }

    /// Adds the record of a change, if the table's stream is enabled.
    ///
    /// @param hash the hash of the partition key, which chooses the shard
    /// @param keys the item of just the key attributes
    /// @param before the item before the change, null if there was none
    /// @param after the item after it, null if there is none
    /// @param expired whether time to live deletes the item
    public void append(
            CatalogState catalog,
            Table table,
            long hash,
            long position,
            Item keys,
            @Nullable Item before,
            @Nullable Item after,
            boolean expired,
            WriteBatch batch) {
        StreamShards stream = catalog.latestStreamOf(table);
        if (stream == null || stream.stream().status() != StreamStatus.ENABLED) {
            return;
        }
        Shard shard = stream.openShardOf(hash);
        RecordRow row = row(stream.stream(), keys, before, after, expired);
        batch.put(
                Keyspace.RECORDS,
                Keyspace.recordKey(shard.streamId(), shard.number(), position),
                row.encode());
        traffic.in(shard.streamId(), shard.number(), row.sizeBytes());
    }

    private static RecordRow row(
            Stream stream,
            Item keys,
            @Nullable Item before,
            @Nullable Item after,
            boolean expired) {
        StreamViewType view = stream.viewType();
        Item newImage = view.showsNewImage() ? after : null;
        Item oldImage = view.showsOldImage() ? before : null;
        int sizeBytes = keys.sizeBytes() + size(newImage) + size(oldImage);
        return new RecordRow(
                eventName(before, after), expired, sizeBytes, keys, newImage, oldImage);
    }

    private static EventName eventName(@Nullable Item before, @Nullable Item after) {
        if (before == null) {
            return EventName.INSERT;
        }
        return after == null ? EventName.REMOVE : EventName.MODIFY;
    }

    private static int size(@Nullable Item image) {
        return image == null ? 0 : image.sizeBytes();
    }
}
