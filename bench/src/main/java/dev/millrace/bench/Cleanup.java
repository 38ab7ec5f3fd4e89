package dev.millrace.bench;

import dev.millrace.bench.http.BenchException;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has to be closed when the benchmark ends, however it ends: in the usual way, by a failure,
/// or by a signal such as Ctrl-C, for which the process waits until this is closed. Safe for many
/// threads.
final class Cleanup implements AutoCloseable {
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private boolean isClosed;
    private volatile boolean isProcessEnding;

    /// Closes also when this process ends.
    static Cleanup alsoAtExit(Runtime runtime) {
        Cleanup cleanup = new Cleanup();
        runtime.addShutdownHook(
                Thread.ofPlatform()
                        .name("bench-cleanup")
                        .unstarted(() -> {
                            cleanup.isProcessEnding = true;
                            cleanup.close();
                        }));
        return cleanup;
    }

    /// Remembers `resource`, which will be closed before those that are remembered already. If this
    /// is closed already, then at once.
    synchronized <R extends AutoCloseable> R add(R resource) {
        resources.push(resource);
        if (isClosed) {
            closeAll();
        }
        return resource;
    }

    /// Closes everything that was added since `mark`, which stays.
    synchronized void closeSince(int mark) {
        closeDownTo(mark);
    }

    /// How much is remembered.
    synchronized int mark() {
        return resources.size();
    }

    /// Whether the process is ending, so that failures are only a consequence.
    boolean isProcessEnding() {
        return isProcessEnding;
    }

    /// Closes everything; what fails to be closed does not keep the rest from it.
    ///
    /// @throws BenchException if something failed
    @Override
    public synchronized void close() {
        isClosed = true;
        closeAll();
    }

    private void closeAll() {
        closeDownTo(0);
    }

    private void closeDownTo(int mark) {
        BenchException failure = null;
        while (resources.size() > mark) {
            try {
                resources.pop().close();
            } catch (Exception e) {
                failure = failure == null ? unclosed(e) : failure;
                failure.addSuppressed(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static BenchException unclosed(Exception e) {
        return new BenchException("cannot clean up: " + e.getMessage(), e);
    }
}
