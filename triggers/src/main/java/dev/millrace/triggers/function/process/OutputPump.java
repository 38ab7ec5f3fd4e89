package dev.millrace.triggers.function.process;

import dev.millrace.triggers.function.log.InstanceLog;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Carries what a process writes into the log of its function, line by line.
final class OutputPump {
    /// A line that is longer than this many bytes is cut in pieces.
    static final int LINE_BYTES_MAX = 64 << 10;

    private final InputStream output;
    private final InstanceLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final byte[] pending = new byte[LINE_BYTES_MAX];
    private int length;
    private volatile boolean reading;
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

    /// Waits until all that has been written is in the log, or the patience ends.
    void drain(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = patience.toMillis(); left > 0 && !isQuiet(); left--) {
                idle.await(1, TimeUnit.MILLISECONDS);
            }
            flush();
        } finally {
            lock.unlock();
        }
    }

    private boolean isQuiet() {
        try {
            return ended || (reading && output.available() == 0);
        } catch (IOException _) {
            // The process has ended, and its output with it.
            return true;
        }
    }

    private void run() {
        byte[] chunk = new byte[8 << 10];
        try (output) {
            for (int count = read(chunk); count >= 0; count = read(chunk)) {
                carry(chunk, count);
            }
        } catch (IOException _) {
            // A process that is ended by force takes its output with it.
        } finally {
            end();
        }
    }

    private int read(byte[] chunk) throws IOException {
        reading = true;
        int count = output.read(chunk);
        reading = false;
        return count;
    }

    private void carry(byte[] chunk, int count) {
        lock.lock();
        try {
            for (int i = 0; i < count; i++) {
                pending[length++] = chunk[i];
                if (length == pending.length) {
                    flush();
                }
            }
            flushLines();
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            flush();
            ended = true;
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void flushLines() {
        for (int i = length - 1; i >= 0; i--) {
            if (pending[i] == '\n') {
                log.append(Arrays.copyOf(pending, i + 1));
                System.arraycopy(pending, i + 1, pending, 0, length - i - 1);
                length -= i + 1;
                return;
            }
        }
    }

    private void flush() {
        if (length > 0) {
            log.append(Arrays.copyOf(pending, length));
            length = 0;
        }
    }
}
