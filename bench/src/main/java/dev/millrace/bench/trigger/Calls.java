package dev.millrace.bench.trigger;

import dev.millrace.bench.http.BenchException;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Where the function tells what it was called with: a port of this machine, and a thread that
/// notes when each number came.
final class Calls implements AutoCloseable {
    private final ServerSocket server;
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private volatile @Nullable Socket function;

    /// The function was called.
    ///
    /// @param number the number of the item that it was called with
    /// @param nanos when that became known, by the clock that counts nanoseconds
    record Call(long number, long nanos) {}

    private Calls(ServerSocket server) {
        this.server = server;
    }

    static Calls listen() {
        try {
            Calls calls = new Calls(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().name("bench-calls").start(calls::accept);
            return calls;
        } catch (IOException e) {
            throw new BenchException("no port can be opened for the function", e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /// The next call; null if none comes in this time.
    @Nullable Call next(long millis) {
        try {
            return calls.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    @Override
    public void close() {
        try (Socket open = function) {
            server.close();
            if (open != null) {
                open.shutdownInput();
            }
        } catch (IOException e) {
            throw new BenchException("the function's port cannot be closed", e);
        }
    }

    // A function that is started again connects again.
    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                function = socket;
                read(new DataInputStream(socket.getInputStream()));
            } catch (EOFException | SocketException _) {
                // Either the function has ended, or the benchmark has.
                function = null;
            } catch (IOException e) {
                throw new BenchException("the function cannot be heard", e);
            }
        }
    }

    private void read(DataInputStream in) throws IOException {
        while (true) {
            long number = in.readLong();
            calls.add(new Call(number, System.nanoTime()));
        }
    }
}
