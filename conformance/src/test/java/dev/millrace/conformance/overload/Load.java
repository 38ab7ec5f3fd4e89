package dev.millrace.conformance.overload;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Requests over many connections, each with one under way at a time: as fast as they are answered,
/// or at a rate that does not care how the server is doing.
final class Load implements AutoCloseable {
    private final Supplier<byte[]> requests;
    private final List<PlainConnection> connections = new ArrayList<>();

    /// Opens the connections.
    ///
    /// @param requests makes the requests; many threads ask it
    Load(URI endpoint, int connectionCount, Supplier<byte[]> requests) throws IOException {
        this.requests = requests;
        for (int i = 0; i < connectionCount; i++) {
            connections.add(new PlainConnection(endpoint));
        }
    }

    /// Sends requests as fast as they are answered.
    Window asFastAsPossible(Duration time) throws InterruptedException {
        return run(0, time);
    }

    /// Sends requests at a rate, as far as there are connections free.
    Window at(double perSecond, Duration time) throws InterruptedException {
        return run((long) (1e9 / perSecond), time);
    }

    @Override
    public void close() throws IOException {
        for (PlainConnection each : connections) {
            each.close();
        }
    }

    private Window run(long intervalNanos, Duration time) throws InterruptedException {
        Window window = new Window(time.toNanos() / 1e9);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        AtomicLong next = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (PlainConnection each : connections) {
            threads.add(
                    Thread.startVirtualThread(() -> {
                        long at = start + next.getAndIncrement() * intervalNanos;
                        while (Math.max(at, System.nanoTime()) < end && send(each, at, window)) {
                            at = start + next.getAndIncrement() * intervalNanos;
                        }
                    }));
        }
        for (Thread each : threads) {
            each.join();
        }
        return window;
    }

    private boolean send(PlainConnection connection, long at, Window window) {
        for (long early = at - System.nanoTime(); early > 0; early = at - System.nanoTime()) {
            LockSupport.parkNanos(early);
        }
        long began = System.nanoTime();
        try {
            window.count(connection.call(requests.get()), System.nanoTime() - began);
            return true;
        } catch (IOException e) {
            window.other(e.toString());
            return false;
        }
    }
}
