package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;
import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;
import dev.millrace.model.destination.DestinationStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The stored form of a destination (docs/keyspace.md, "Kinesis destination").
final class KinesisDestinationRow {
    private static final int ID = 1;
    private static final int TABLE_ID = 2;
    private static final int TABLE_NAME = 3;
    private static final int TABLE_UUID = 4;
    private static final int STREAM_ARN = 5;
    private static final int STATUS = 6;
    private static final int FAILURE = 7;
    private static final int PRECISION = 8;
    private static final int SETTLES_MILLIS = 9;
    private static final int SHOWN = 10;
    private static final int HAS_OUTBOX = 11;
    private static final int ENDED_MILLIS = 12;

    private KinesisDestinationRow() {}

    static byte[] encode(KinesisDestination destination) {
        ApproximateCreationDateTimePrecision precision = destination.precision();
        return new FieldWriter()
                .number(ID, destination.id())
                .number(TABLE_ID, destination.tableId())
                .text(TABLE_NAME, destination.tableName())
                .text(TABLE_UUID, destination.tableUuid())
                .text(STREAM_ARN, destination.streamArn())
                .text(STATUS, destination.status().name())
                .text(FAILURE, destination.failure())
                .text(PRECISION, precision == null ? null : precision.name())
                .numberOrNone(SETTLES_MILLIS, millis(destination.settles()))
                .numberOrNone(SHOWN, flag(destination.shown()))
                .numberOrNone(HAS_OUTBOX, flag(destination.hasOutbox()))
                .numberOrNone(ENDED_MILLIS, millis(destination.ended()))
                .toByteArray();
    }

    static KinesisDestination decode(byte[] bytes) {
        FieldReader row = new FieldReader(bytes);
        String precision = row.textOrNull(PRECISION);
        return new KinesisDestination(
                (int) row.number(ID),
                (int) row.number(TABLE_ID),
                row.text(TABLE_NAME),
                row.text(TABLE_UUID),
                row.text(STREAM_ARN),
                DestinationStatus.valueOf(row.text(STATUS)),
                row.textOrNull(FAILURE),
                precision == null ? null : ApproximateCreationDateTimePrecision.valueOf(precision),
                moment(row.numberOrNull(SETTLES_MILLIS)),
                row.numberOrNull(SHOWN) != null,
                row.numberOrNull(HAS_OUTBOX) != null,
                moment(row.numberOrNull(ENDED_MILLIS)));
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }

    private static @Nullable Instant moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long flag(boolean isSet) {
        return isSet ? 1L : null;
    }
}
