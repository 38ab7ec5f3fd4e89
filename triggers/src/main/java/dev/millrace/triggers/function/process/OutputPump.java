package dev.millrace.triggers.function.process;

import dev.millrace.triggers.function.log.InstanceLog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Carries what a process writes into the log of its function, line by line.
///
/// It never waits in a read: that way whoever has an answer of the process can carry, itself and at
/// once, all that was written before it. A thread looks now and then for what is written meanwhile,
/// the more often the more there is.
final class OutputPump {
    /// A line that is longer than this many bytes is cut in pieces.
    static final int LINE_BYTES_MAX = 64 << 10;

    private static final long PAUSE_MILLIS_MIN = 2;
    private static final long PAUSE_MILLIS_MAX = 128;

    private final InputStream output;
    private final InstanceLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ending = lock.newCondition();
    private final byte[] pending = new byte[LINE_BYTES_MAX];
    private int length;
    private boolean ended;

    private OutputPump(InputStream output, InstanceLog log) {
        this.output = output;
        this.log = log;
    }

    /// Begins to carry.
    static OutputPump start(InputStream output, InstanceLog log, ThreadFactory threads) {
        OutputPump pump = new OutputPump(output, log);
        threads.newThread(pump::run).start();
        return pump;
    }

    /// Carries all that has been written, also a last line that has no end yet.
    void drain() {
        lock.lock();
        try {
            carry();
            flush(length);
        } finally {
            lock.unlock();
        }
    }

    /// Carries what is left, and no more from then on.
    void end() {
        lock.lock();
        try {
            drain();
            ended = true;
            ending.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            long pause = PAUSE_MILLIS_MIN;
            while (!ended) {
                pause = carry() ? PAUSE_MILLIS_MIN : Math.min(2 * pause, PAUSE_MILLIS_MAX);
                ending.await(pause, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    // Whether there was anything.
    private boolean carry() {
        boolean found = false;
        try {
            while (!ended && output.available() > 0) {
                found = true;
                int free = pending.length - length;
                length += output.readNBytes(pending, length, Math.min(free, output.available()));
                flushLines();
            }
        } catch (IOException _) {
            // A process that is ended by force takes its output with it.
            return false;
        }
        return found;
    }

    private void flushLines() {
        int end = length;
        while (end > 0 && pending[end - 1] != '\n') {
            end--;
        }
        flush(end == 0 && length == pending.length ? length : end);
    }

    private void flush(int count) {
        if (count > 0) {
            log.append(Arrays.copyOf(pending, count));
            System.arraycopy(pending, count, pending, 0, length - count);
            length -= count;
        }
    }
}
