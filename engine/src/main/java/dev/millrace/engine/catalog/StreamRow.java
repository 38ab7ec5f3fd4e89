package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamViewType;

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
                TableRow.readKeys(row, PARTITION_KEY, SORT_KEY));
    }
}
