package dev.millrace.engine.catalog;

import dev.millrace.model.key.KeySchema;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamViewType;

import java.time.Instant;

/// A stream of a table's changes. It outlives its being disabled and its table.
///
/// @param id names the stream in record keys; never given twice
/// @param tableId the table whose changes it holds
/// @param label the moment of the request that enabled it, unique among the streams of tables of
///   one name
/// @param life how long it and its records stay
public record Stream(
        int id,
        int tableId,
        String tableName,
        String arn,
        String label,
        StreamViewType viewType,
        StreamStatus status,
        Instant created,
        KeySchema keySchema,
        StreamLife life) {
    /// The same stream in another status.
    public Stream withStatus(StreamStatus newStatus) {
        return new Stream(
                id, tableId, tableName, arn, label, viewType, newStatus, created, keySchema, life);
    }

    /// The same stream with another life.
    public Stream withLife(StreamLife newLife) {
        return new Stream(
                id, tableId, tableName, arn, label, viewType, status, created, keySchema, newLife);
    }
}
