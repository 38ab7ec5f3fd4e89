package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;

import org.jspecify.annotations.Nullable;

/// What those who send changes know of an outbox.
///
/// @param id the destination's
/// @param precision null for the default, milliseconds
/// @param hasEnded whether no change comes in any more, so that an empty one is done
public record Outbox(
        int id,
        String tableName,
        String tableUuid,
        String streamArn,
        @Nullable ApproximateCreationDateTimePrecision precision,
        boolean hasEnded) {
    static Outbox of(KinesisDestination destination) {
        return new Outbox(
                destination.id(),
                destination.tableName(),
                destination.tableUuid(),
                destination.streamArn(),
                destination.precision(),
                destination.ended() != null);
    }
}
