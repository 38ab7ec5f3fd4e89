package dev.millrace.conformance.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.crash.ServerProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Connections that are kept open and have nothing to say: others are served as before, and the
/// memory comes back when they go.
///
/// `-Didle.connections=N` opens so many. Each needs a file of this process and one of the server.
final class IdleConnectionsTest {
    private static final int CONNECTIONS = Integer.getInteger("idle.connections", 1_000);
    private static final double KILOBYTES_EACH_MAX = 64;
    private static final double SLACK_MEGABYTES = 60;
    private static final byte[] LIST = PlainConnection.request("ListTables", "{}");

    @TempDir private Path directory;

    @Test
    void idleConnectionsCostLittleAndHoldUpNobody() throws Exception {
        ServerProcess server = ServerProcess.start(directory.resolve("data"), List.of(), Map.of());
        List<PlainConnection> idle = new ArrayList<>();
        try {
            warmUp(server);
            ProcessFigures before = ProcessFigures.withHeap(server.process().toHandle());
            for (int i = 0; i < CONNECTIONS; i++) {
                idle.add(new PlainConnection(server.endpoint()));
                idle.getLast().require(LIST);
            }
            ProcessFigures open = ProcessFigures.withHeap(server.process().toHandle());
            double millis = millisOfACall(server);
            close(idle);
            awaitClosed(server, before);
            ProcessFigures after = ProcessFigures.withHeap(server.process().toHandle());
            double kilobytes =
                    (open.heapMegabytes() - before.heapMegabytes()) * 1_024 / CONNECTIONS;
            System.out.printf(
                    "idle connections: %d; before %s; open %s; afterwards %s; %.1f KB of heap each;"
                            + " a call of another %.1f ms%n",
                    CONNECTIONS, before, open, after, kilobytes, millis);
            assertThat(kilobytes).as("heap each").isLessThan(KILOBYTES_EACH_MAX);
            assertThat(after.heapMegabytes()).isLessThan(before.heapMegabytes() + SLACK_MEGABYTES);
        } finally {
            close(idle);
            server.kill();
        }
    }

    private static void warmUp(ServerProcess server) throws IOException {
        for (int i = 0; i < 100; i++) {
            try (PlainConnection connection = new PlainConnection(server.endpoint())) {
                connection.require(LIST);
            }
        }
    }

    private static double millisOfACall(ServerProcess server) throws IOException {
        long began = System.nanoTime();
        try (PlainConnection connection = new PlainConnection(server.endpoint())) {
            connection.require(LIST);
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static void close(List<PlainConnection> connections) throws IOException {
        for (PlainConnection each : connections) {
            each.close();
        }
    }

    private static void awaitClosed(ServerProcess server, ProcessFigures before)
            throws IOException {
        while (ProcessFigures.of(server.process().toHandle()).handles() > before.handles() + 20) {
            Thread.onSpinWait();
        }
    }
}
