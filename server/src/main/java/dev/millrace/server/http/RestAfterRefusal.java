package dev.millrace.server.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// Lets connections rest whose requests are refused one after another, because the server has too
/// much to do and the client asks again at once all the same.
///
/// A refusal is sent without delay; what rests is the hearing of the next request. The first
/// refusal costs nothing, each further one twice as much as the one before, up to [#REST_MAX]; who
/// has not been refused for [#FORGOTTEN_AFTER] begins anew. Clients that wait before they ask
/// again, as SDKs do, hardly notice. Those that do not wait would take the processor from the
/// requests that are carried out, since saying no takes nearly as long as saying yes.
///
/// Each connection has a thread of its own, and so a streak of its own.
final class RestAfterRefusal {
    static final Duration REST_MIN = Duration.ofMillis(8);
    static final Duration REST_MAX = Duration.ofMillis(512);
    static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(2);

    private final LongSupplier nanoTime;
    private final LongConsumer restNanos;
    private final ThreadLocal<Streak> streaks = ThreadLocal.withInitial(Streak::new);

    /// The refusals of one connection, one after another.
    private static final class Streak {
        private long lastNanos;
        private long nextNanos;

        long next(long now) {
            boolean goesOn = nextNanos > 0 && now - lastNanos < FORGOTTEN_AFTER.toNanos();
            long rest = goesOn ? nextNanos : 0;
            nextNanos = Math.clamp(2 * rest, REST_MIN.toNanos(), REST_MAX.toNanos());
            lastNanos = now + rest;
            return rest;
        }
    }

    /// Rests by `restNanos`, measured by `nanoTime`.
    RestAfterRefusal(LongSupplier nanoTime, LongConsumer restNanos) {
        this.nanoTime = nanoTime;
        this.restNanos = restNanos;
    }

    /// Rests the thread of the connection. An interrupt ends that, and stays set.
    static RestAfterRefusal ofThreads() {
        return new RestAfterRefusal(System::nanoTime, LockSupport::parkNanos);
    }

    /// Takes note that the connection of this thread was refused, and lets it rest.
    void refused() {
        long rest = streaks.get().next(nanoTime.getAsLong());
        if (rest > 0) {
            restNanos.accept(rest);
        }
    }
}
