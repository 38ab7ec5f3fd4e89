package dev.millrace.engine.operation;

import dev.millrace.engine.stream.HybridClock;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Counts the changes of an outbox behind a position, and tells how old the first of them is. Looks
/// at keys only.
public final class MeasureOutbox
        implements Operation<MeasureOutbox.Request, MeasureOutbox.Response> {
    private final DestinationAccess access;

    public MeasureOutbox(DestinationAccess access) {
        this.access = access;
    }

    /// Asks what is behind a position.
    ///
    /// @param recordsMax counting ends there
    public record Request(int id, long after, long recordsMax) {}

    /// What is there.
    ///
    /// @param age of the first change; zero if there is none
    public record Response(long records, Duration age) {}

    @Override
    public Response execute(Request request) {
        return new Response(
                access.outbox().countBehind(request.id(), request.after(), request.recordsMax()),
                age(access.outbox().firstBehind(request.id(), request.after())));
    }

    private Duration age(@Nullable Long first) {
        return first == null
                ? Duration.ZERO
                : Duration.ofMillis(
                        Math.max(0, access.tables().clock().millis() - HybridClock.millis(first)));
    }
}
