package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamViewType;

import java.time.Duration;
import java.time.Instant;

/// The stored form of a stream (docs/keyspace.md, "Stream").
final class StreamRow {
    private static final int ID = 1;
    private static final int TABLE_ID = 2;
    private static final int TABLE_NAME = 3;
    private static final int ARN = 4;
    private static final int LABEL = 5;
    private static final int VIEW_TYPE = 6;
    private static final int STATUS = 7;
    private static final int CREATED_MILLIS = 8;
    private static final int PARTITION_KEY = 9;
    private static final int SORT_KEY = 10;
    private static final int DISABLED_MILLIS = 40;
    private static final int RETENTION_MILLIS = 41;
    private static final int TRIMMED_BEFORE = 42;
    private static final int RETIRED = 43;

    private StreamRow() {}

    static byte[] encode(Stream stream) {
        FieldWriter row =
                new FieldWriter()
                        .number(ID, stream.id())
                        .number(TABLE_ID, stream.tableId())
                        .text(TABLE_NAME, stream.tableName())
                        .text(ARN, stream.arn())
                        .text(LABEL, stream.label())
                        .text(VIEW_TYPE, stream.viewType().name())
                        .text(STATUS, stream.status().name())
                        .number(CREATED_MILLIS, stream.created().toEpochMilli());
        TableRow.writeKeys(row, PARTITION_KEY, SORT_KEY, stream.keySchema());
        writeLife(row, stream.life());
        return row.toByteArray();
    }

    static Stream decode(byte[] bytes) {
        FieldReader row = new FieldReader(bytes);
        return new Stream(
                (int) row.number(ID),
                (int) row.number(TABLE_ID),
                row.text(TABLE_NAME),
                row.text(ARN),
                row.text(LABEL),
                StreamViewType.valueOf(row.text(VIEW_TYPE)),
                StreamStatus.valueOf(row.text(STATUS)),
                Instant.ofEpochMilli(row.number(CREATED_MILLIS)),
                TableRow.readKeys(row, PARTITION_KEY, SORT_KEY),
                readLife(row));
    }

    private static void writeLife(FieldWriter row, StreamLife life) {
        Instant disabled = life.disabled();
        Duration retention = life.retention();
        row.numberOrNone(DISABLED_MILLIS, disabled == null ? null : disabled.toEpochMilli())
                .numberOrNone(RETENTION_MILLIS, retention == null ? null : retention.toMillis())
                .numberOrNone(
                        TRIMMED_BEFORE, life.trimmedBefore() == 0 ? null : life.trimmedBefore())
                .numberOrNone(RETIRED, life.isRetired() ? 1L : null);
    }

    private static StreamLife readLife(FieldReader row) {
        Long disabled = row.numberOrNull(DISABLED_MILLIS);
        Long retention = row.numberOrNull(RETENTION_MILLIS);
        Long trimmed = row.numberOrNull(TRIMMED_BEFORE);
        return new StreamLife(
                disabled == null ? null : Instant.ofEpochMilli(disabled),
                retention == null ? null : Duration.ofMillis(retention),
                trimmed == null ? 0 : trimmed,
                row.numberOrNull(RETIRED) != null);
    }
}
