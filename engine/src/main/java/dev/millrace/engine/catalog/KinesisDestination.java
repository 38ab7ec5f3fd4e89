package dev.millrace.engine.catalog;

import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;
import dev.millrace.model.destination.DestinationStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A Kinesis stream that a table's changes are sent to, or were.
///
/// Whenever a stream is enabled it is a new destination, with an outbox of its own: the changes
/// that are still to be sent. An outbox is emptied also after its destination was disabled and
/// after its table was deleted; the destination stays until then.
///
/// @param id names the rows of its outbox; never given twice
/// @param tableUuid tells tables of one name apart
/// @param failure why enabling will fail or has failed; null if it will not
/// @param precision null if the client never chose one
/// @param settles when a passing status ends; null in the others
/// @param shown whether it is one of the destinations that clients see
/// @param hasOutbox whether there may be changes that are still to be sent
/// @param ended when it stopped taking changes; null if it still takes them, or never did
public record KinesisDestination(
        int id,
        int tableId,
        String tableName,
        String tableUuid,
        String streamArn,
        DestinationStatus status,
        @Nullable String failure,
        @Nullable ApproximateCreationDateTimePrecision precision,
        @Nullable Instant settles,
        boolean shown,
        boolean hasOutbox,
        @Nullable Instant ended) {
    /// A destination that is being enabled.
    ///
    /// @param failure why it will fail; null if it will not
    public static KinesisDestination enabling(
            int id,
            Table table,
            String streamArn,
            @Nullable String failure,
            @Nullable ApproximateCreationDateTimePrecision precision,
            Instant settles) {
        return new KinesisDestination(
                id,
                table.id(),
                table.name(),
                table.uuid(),
                streamArn,
                DestinationStatus.ENABLING,
                failure,
                precision,
                settles,
                true,
                false,
                null);
    }

    /// Whether the table can have no other destination beside it.
    public boolean isLive() {
        return switch (status) {
            case ENABLING, ACTIVE, UPDATING, DISABLING -> true;
            case DISABLED, ENABLE_FAILED -> false;
        };
    }

    /// Whether each change of an item goes into its outbox.
    public boolean takesChanges() {
        return hasOutbox && ended == null;
    }

    /// The same once its passing status has ended.
    public KinesisDestination settled() {
        return switch (status) {
            case ENABLING ->
                    failure == null
                            ? with(DestinationStatus.ACTIVE, precision, null, true, null)
                            : with(DestinationStatus.ENABLE_FAILED, precision, null, false, null);
            case UPDATING -> with(DestinationStatus.ACTIVE, precision, null, hasOutbox, ended);
            case DISABLING -> with(DestinationStatus.DISABLED, precision, null, hasOutbox, ended);
            case ACTIVE, DISABLED, ENABLE_FAILED -> this;
        };
    }

    /// The same while its records begin to tell the time in another unit.
    public KinesisDestination updating(
            ApproximateCreationDateTimePrecision next, Instant settlesNext) {
        return with(DestinationStatus.UPDATING, next, settlesNext, hasOutbox, ended);
    }

    /// The same while it is being disabled; it takes no change from `moment` on.
    public KinesisDestination disabling(Instant moment, Instant settlesNext) {
        return with(DestinationStatus.DISABLING, precision, settlesNext, hasOutbox, moment);
    }

    /// The same with an outbox that will stay empty.
    public KinesisDestination drained() {
        return with(status, precision, settles, false, ended);
    }

    /// The same after its table is gone, or its stream was enabled anew.
    public KinesisDestination hidden(Instant moment) {
        return new KinesisDestination(
                id,
                tableId,
                tableName,
                tableUuid,
                streamArn,
                DestinationStatus.DISABLED,
                failure,
                precision,
                null,
                false,
                hasOutbox,
                ended == null ? moment : ended);
    }

    private KinesisDestination with(
            DestinationStatus nextStatus,
            @Nullable ApproximateCreationDateTimePrecision nextPrecision,
            @Nullable Instant nextSettles,
            boolean nextHasOutbox,
            @Nullable Instant nextEnded) {
        return new KinesisDestination(
                id,
                tableId,
                tableName,
                tableUuid,
                streamArn,
                nextStatus,
                failure,
                nextPrecision,
                nextSettles,
                shown,
                nextHasOutbox,
                nextEnded);
    }
}
