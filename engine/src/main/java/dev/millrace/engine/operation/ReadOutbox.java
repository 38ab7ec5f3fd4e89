package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.model.destination.DestinationRecord;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Reads a page of an outbox.
public final class ReadOutbox implements Operation<ReadOutbox.Request, ReadOutbox.Response> {
    private final DestinationAccess access;

    public ReadOutbox(DestinationAccess access) {
        this.access = access;
    }

    /// Asks for the changes behind a position.
    ///
    /// @param after the position of the last change that is known; 0 for none
    /// @param recordsMax the most records
    /// @param bytesMax the most stored bytes; the first record comes whatever its size
    public record Request(int id, long after, int recordsMax, long bytesMax) {}

    /// A page.
    ///
    /// @param outbox null if the outbox is gone
    public record Response(@Nullable Outbox outbox, List<DestinationRecord> records) {}

    // The catalog is read first: who sees that the outbox has ended also sees all its changes.
    @Override
    public Response execute(Request request) {
        KinesisDestination found =
                access.tables()
                        .catalog()
                        .state()
                        .destinations()
                        .find(request.id())
                        .filter(KinesisDestination::hasOutbox)
                        .orElse(null);
        return found == null
                ? new Response(null, List.of())
                : new Response(
                        Outbox.of(found),
                        access.outbox()
                                .read(
                                        found,
                                        request.after(),
                                        request.recordsMax(),
                                        request.bytesMax()));
    }
}
