package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;

/// Removes changes that were sent from their outbox; and an outbox that has ended and of which
/// nothing is left.
public final class TrimOutbox implements Operation<TrimOutbox.Request, TrimOutbox.Response> {
    private final DestinationAccess access;

    public TrimOutbox(DestinationAccess access) {
        this.access = access;
    }

    /// Tells how far everything was sent.
    ///
    /// @param position the position of the last change that was sent
    public record Request(int id, long position) {}

    /// What became of the outbox.
    ///
    /// @param isThere whether it goes on
    public record Response(boolean isThere) {}

    @Override
    public Response execute(Request request) {
        return access.tables()
                .sequencer()
                .submit((CatalogCommand<Response>) catalog -> trim(catalog, request));
    }

    private Response trim(CatalogEvaluation catalog, Request request) {
        KinesisDestination destination =
                catalog.state()
                        .destinations()
                        .find(request.id())
                        .filter(KinesisDestination::hasOutbox)
                        .orElse(null);
        if (destination == null) {
            return new Response(false);
        }
        if (destination.ended() != null
                && access.outbox().firstBehind(request.id(), request.position()) == null) {
            DestinationAccess.drain(catalog, destination);
            return new Response(false);
        }
        catalog.change(new CatalogChange.TrimOutbox(request.id(), request.position()));
        return new Response(true);
    }
}
