package dev.millrace.bench.load;

import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;

/// Wakes a thread that waits for its connections whenever a request falls due: a selector by itself
/// wakes only to the millisecond.
///
/// It walks along the moments of a schedule by itself, so that nothing has to wake it in turn.
/// Dense moments are taken together, since each waking costs processor time that the server may
/// need: a request may be sent that much late, which counts in its time. The one who waits says so
/// first and then looks once more whether anything is due; either it sees that itself, or this sees
/// that it waits.
final class Pacer implements AutoCloseable {
    private static final long STEP_NANOS_MIN = 200_000;
    private static final long PARK_NANOS_MAX = 10_000_000;

    private final Selector selector;
    private final Thread thread;
    private final long stepNanos;
    private long moment;
    private volatile boolean isAwaited;
    private volatile boolean isClosed;

    private Pacer(Selector selector, long moment, long stepNanos) {
        this.selector = selector;
        this.moment = moment;
        this.stepNanos = stepNanos;
        this.thread = Thread.ofPlatform().daemon().name("bench-pacer").unstarted(this::wakeWhenDue);
    }

    /// A pacer for what is due by `schedule` from now on; it has started.
    static Pacer start(Selector selector, Schedule schedule) {
        Pacer pacer =
                new Pacer(
                        selector,
                        schedule.due(),
                        Math.max(STEP_NANOS_MIN, schedule.intervalNanos()));
        if (schedule.isOpen()) {
            pacer.thread.start();
        }
        return pacer;
    }

    /// The selector's thread is about to wait, or no longer.
    void await(boolean isAwaitedNow) {
        isAwaited = isAwaitedNow;
    }

    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(thread);
    }

    private void wakeWhenDue() {
        while (!isClosed) {
            long left = moment - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(Math.min(left, PARK_NANOS_MAX));
            } else {
                wake();
                moment += (-left / stepNanos + 1) * stepNanos;
            }
        }
    }

    private void wake() {
        if (isAwaited) {
            isAwaited = false;
            selector.wakeup();
        }
    }
}
