package dev.millrace.cli.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/// What has to be closed when the demo ends, however it ends: in the usual way, by a failure, or by
/// a signal such as Ctrl-C, for which the process waits until this is closed. Safe for many
/// threads.
final class Closing implements AutoCloseable {

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    private boolean isClosed;
    private volatile boolean isProcessEnding;

    private Closing() {}

    /// Closes also when this process ends.
    static Closing alsoAtExit(Runtime runtime) {
        Closing closing = new Closing();
        runtime.addShutdownHook(
                Thread.ofPlatform()
                        .name("demo-closing")
                        .unstarted(() -> {
                            closing.isProcessEnding = true;
                            closing.close();
                        }));
        return closing;
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

    /// Whether the process is ending, so that failures are only a consequence.
    boolean isProcessEnding() {
        return isProcessEnding;
    }

    /// Closes everything; what fails to be closed does not keep the rest from it.
    ///
    /// @throws DemoException if something failed
    @Override
    public synchronized void close() {
        isClosed = true;
        closeAll();
    }

    private void closeAll() {
        DemoException failure = null;
        while (!resources.isEmpty()) {
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

    private static DemoException unclosed(Exception e) {
        return new DemoException("cannot clean up: " + e.getMessage(), e);
    }
}
