package dev.millrace.engine.commit;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.error.OverloadException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// The commands that wait for their turn, first come first served.
///
/// A command of a client is refused when as many wait as may, or when it would have to wait too
/// long by the pace at which commands were carried out of late ([WaitEstimate]). Commands of our
/// own (checkpoints, expiry, shards, backfills) are never refused: those who submit them are few,
/// each waits for its answer, and beyond a number they wait for room as well. They stand in line
/// with all others, so they wait no longer than clients do. Safe for many threads, of which one
/// takes.
public final class CommandQueue {
    /// The most commands of our own that wait; further callers wait for room.
    static final int OWN_MAX = 1_024;

    /// The most commands of clients that change the catalog; each is a group of its own.
    static final int CATALOG_MAX = 64;

    private static final int LOOKS = 10;

    private final QueueBounds bounds;
    private final WaitEstimate estimate;
    private final LongSupplier nanoTime;
    private final long lateNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition hasRoom = lock.newCondition();
    private final Condition closing = lock.newCondition();
    private final ArrayDeque<Submission<?>> waiting = new ArrayDeque<>();
    private final LongAdder refused = new LongAdder();
    private int clients;
    private int clientsOfCatalog;
    private boolean closed;
    private volatile boolean full;

    /// A queue within `bounds`, by the time of `nanoTime`.
    CommandQueue(QueueBounds bounds, LongSupplier nanoTime) {
        this.bounds = bounds;
        this.estimate = new WaitEstimate(bounds);
        this.nanoTime = nanoTime;
        this.lateNanos = bounds.lateNanos();
    }

    /// Lets a command of a client wait.
    ///
    /// @throws ApiException `ThrottlingException` if it may not
    void offer(Submission<?> submission) {
        submission.begin(nanoTime.getAsLong());
        lock.lock();
        try {
            requireRoom(submission);
            clients++;
            clientsOfCatalog += submission.isOfItems() ? 0 : 1;
            add(submission);
        } finally {
            lock.unlock();
        }
    }

    /// Lets a command of our own wait.
    void put(Submission<?> submission) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.size() - clients >= OWN_MAX) {
                hasRoom.await();
            }
            add(submission);
        } finally {
            lock.unlock();
        }
    }

    /// The next group, once there is one: item commands in order, up to a number, or one command of
    /// the catalog.
    List<Submission<?>> take(int commandsMax) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            takeOutLate();
            while (waiting.isEmpty()) {
                filled.await();
            }
            List<Submission<?>> group = new ArrayList<>();
            do {
                group.add(next());
            } while (group.size() < commandsMax && goesOn(group));
            full = full && clients >= estimate.commandsMax();
            hasRoom.signalAll();
            return group;
        } finally {
            lock.unlock();
        }
    }

    /// Takes all that waits, for there will be nobody to carry it out.
    List<Submission<?>> close() {
        lock.lock();
        try {
            closed = true;
            List<Submission<?>> all = List.copyOf(waiting);
            waiting.clear();
            clients = 0;
            clientsOfCatalog = 0;
            hasRoom.signalAll();
            closing.signalAll();
            return all;
        } finally {
            lock.unlock();
        }
    }

    /// Takes note that a group was carried out.
    void carriedOut(int commands, long nanos) {
        lock.lock();
        try {
            estimate.carriedOut(commands, nanos);
        } finally {
            lock.unlock();
        }
    }

    /// Refuses what has waited for too long.
    void refuseLate() {
        lock.lock();
        try {
            takeOutLate();
        } finally {
            lock.unlock();
        }
    }

    /// Does so now and then until the queue is closed, for the case that what is being carried out
    /// does not come to an end, and nobody takes what waits behind it.
    void watchTime() {
        lock.lock();
        try {
            while (!closed) {
                closing.awaitNanos(lateNanos / LOOKS);
                takeOutLate();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /// Refuses a command of a client that would be refused anyway: to be asked before a request is
    /// even decoded, at the cost of looking at one number.
    ///
    /// @throws ApiException `ThrottlingException`
    public void requireRoom() {
        if (full) {
            throw refusal();
        }
    }

    /// How many commands wait.
    public int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /// How many commands of clients have been refused.
    public long refused() {
        return refused.sum();
    }

    private ApiException refusal() {
        refused.increment();
        return new OverloadException();
    }

    private void requireRoom(Submission<?> submission) {
        if (clients >= estimate.commandsMax()) {
            full = true;
            throw refusal();
        }
        if (!submission.isOfItems() && clientsOfCatalog >= CATALOG_MAX) {
            refused.increment();
            throw ApiException.controlPlaneRateExceeded();
        }
    }

    private void add(Submission<?> submission) {
        waiting.addLast(submission);
        if (waiting.size() == 1) {
            filled.signal();
        }
    }

    private boolean goesOn(List<Submission<?>> group) {
        Submission<?> first = waiting.peekFirst();
        return first != null && first.isOfItems() && group.getLast().isOfItems();
    }

    private Submission<?> next() {
        Submission<?> first = waiting.removeFirst();
        leave(first);
        return first;
    }

    private void leave(Submission<?> submission) {
        if (submission.isOfClient()) {
            clients--;
            clientsOfCatalog -= submission.isOfItems() ? 0 : 1;
        }
    }

    private void takeOutLate() {
        if (!bounds.hasTime() || clients == 0) {
            return;
        }
        long now = nanoTime.getAsLong();
        Iterator<Submission<?>> each = waiting.iterator();
        while (each.hasNext()) {
            Submission<?> oldest = each.next();
            if (oldest.isOfClient()) {
                if (now - oldest.since() <= lateNanos) {
                    return;
                }
                each.remove();
                leave(oldest);
                oldest.fail(refusal());
            }
        }
    }
}
