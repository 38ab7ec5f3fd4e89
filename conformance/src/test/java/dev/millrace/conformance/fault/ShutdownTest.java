package dev.millrace.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// The end of a server that was asked to end (SIGTERM) while clients write.
final class ShutdownTest {
    private static final int WRITERS = 6;
    private static final int TIMES = 3;
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    @TempDir private Path directory;

    @Test
    void everyRequestThatIsCarriedOutIsAnsweredAndNoAnsweredOneIsLost() throws Exception {
        List<DiskWriter> writers =
                IntStream.range(0, WRITERS)
                        .mapToObj(
                                number -> new DiskWriter(number, new Random(number), 500, () -> 0))
                        .toList();
        for (int time = 1; time <= TIMES; time++) {
            long enough = 300L * time;
            try (DiskServer server = start()) {
                if (time == 1) {
                    server.createTable();
                }
                endUnderLoad(server, writers, enough);
            }
            try (DiskServer server = start()) {
                for (DiskWriter writer : writers) {
                    assertThat(writer.violations(Attempt.NEVER - 1, server::version)).isEmpty();
                    assertThat(writer.unannounced(server::version)).as("time %d", time).isEmpty();
                }
            }
        }
    }

    private static void endUnderLoad(DiskServer server, List<DiskWriter> writers, long enough)
            throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writing = new ArrayList<>();
            for (DiskWriter writer : writers) {
                writing.add(
                        threads.submit(() -> writer.write(server.clients().tables(), () -> true)));
            }
            while (writers.stream().mapToLong(DiskWriter::acknowledged).sum() < enough) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            server.process().process().destroy();
            for (Future<?> each : writing) {
                each.get();
            }
        }
        assertThat(server.process().process().waitFor()).isEqualTo(ENDED_BY_SIGTERM);
    }

    private DiskServer start() throws Exception {
        return DiskServer.start(directory.resolve("data"), "sync", Map.of());
    }
}
