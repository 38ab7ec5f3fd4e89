package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;
import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.backup.BackupType;
import dev.millrace.model.stream.StreamViewType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The stored form of what is known of a backup (docs/keyspace.md, "Backup").
final class BackupRow {
    private static final int ID = 1;
    private static final int SUFFIX = 2;
    private static final int NAME = 3;
    private static final int TYPE = 4;
    private static final int STATUS = 5;
    private static final int POSITION = 6;
    private static final int CREATED_MILLIS = 7;
    private static final int EXPIRY_MILLIS = 8;
    private static final int SOURCE = 9;
    private static final int STREAM_VIEW_TYPE = 10;
    private static final int ITEMS = 11;
    private static final int BYTES = 12;

    private BackupRow() {}

    static byte[] encode(Backup backup) {
        Instant expiry = backup.expiry();
        StreamViewType stream = backup.stream();
        return new FieldWriter()
                .number(ID, backup.id())
                .text(SUFFIX, backup.suffix())
                .text(NAME, backup.name())
                .text(TYPE, backup.type().name())
                .text(STATUS, backup.status().name())
                .number(POSITION, backup.position())
                .number(CREATED_MILLIS, backup.created().toEpochMilli())
                .numberOrNone(EXPIRY_MILLIS, expiry == null ? null : expiry.toEpochMilli())
                .bytes(SOURCE, TableRow.encode(backup.source()))
                .text(STREAM_VIEW_TYPE, stream == null ? null : stream.name())
                .number(ITEMS, backup.items())
                .number(BYTES, backup.bytes())
                .toByteArray();
    }

    static Backup decode(byte[] bytes) {
        FieldReader row = new FieldReader(bytes);
        return new Backup(
                (int) row.number(ID),
                row.text(SUFFIX),
                row.text(NAME),
                BackupType.valueOf(row.text(TYPE)),
                BackupStatus.valueOf(row.text(STATUS)),
                row.number(POSITION),
                Instant.ofEpochMilli(row.number(CREATED_MILLIS)),
                moment(row.numberOrNull(EXPIRY_MILLIS)),
                TableRow.decode(row.bytes(SOURCE)),
                view(row.textOrNull(STREAM_VIEW_TYPE)),
                row.number(ITEMS),
                row.number(BYTES));
    }

    private static @Nullable Instant moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable StreamViewType view(@Nullable String name) {
        return name == null ? null : StreamViewType.valueOf(name);
    }
}
