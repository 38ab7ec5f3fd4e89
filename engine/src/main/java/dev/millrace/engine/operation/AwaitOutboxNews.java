package dev.millrace.engine.operation;

import java.time.Duration;

/// Waits until something was committed that may concern those who send changes.
public final class AwaitOutboxNews
        implements Operation<AwaitOutboxNews.Request, AwaitOutboxNews.Response> {
    private final DestinationAccess access;

    public AwaitOutboxNews(DestinationAccess access) {
        this.access = access;
    }

    /// Asks for later news.
    ///
    /// @param seen the number of the latest that is known; -1 for none
    /// @param max how long to wait at most
    public record Request(long seen, Duration max) {}

    /// The latest news.
    ///
    /// @param latest its number; as in the request if none came. Whoever waits again takes it
    ///   before looking at what there is, so as to miss nothing
    public record Response(long latest) {}

    // An interrupted wait has ended; whoever interrupted it will be asked why.
    @Override
    public Response execute(Request request) {
        try {
            return new Response(access.news().await(request.seen(), request.max()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Response(request.seen());
        }
    }
}
