package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.KinesisDestination;

import java.util.List;

/// Lists the outboxes that are not done with, in the order in which their destinations were
/// enabled.
public final class ListOutboxes implements Operation<ListOutboxes.Request, ListOutboxes.Response> {
    private final DestinationAccess access;

    public ListOutboxes(DestinationAccess access) {
        this.access = access;
    }

    /// Asks for all of them.
    public record Request() {}

    /// All of them.
    public record Response(List<Outbox> outboxes) {}

    @Override
    public Response execute(Request request) {
        return new Response(
                access.tables().catalog().state().destinations().all().stream()
                        .filter(KinesisDestination::hasOutbox)
                        .map(Outbox::of)
                        .toList());
    }
}
