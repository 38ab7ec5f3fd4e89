package dev.millrace.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.store.rocksdb.RocksDbStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Kills a server again and again in the middle of transactions, index changes, stream switches,
/// expiry, table creation and deletion, backups and restores, rollovers and splits. What it leaves
/// is checked as a whole before the next start.
///
/// `-Dcrash.kills=N` makes longer runs, `-Dcrash.seed=N` repeats the choices of one (the moment of
/// a kill still depends on the machine).
final class ChangingCrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 5);
    private static final int KILLED = 128 + 9;
    private static final int WRITERS = 3;
    private static final int ACKNOWLEDGEMENTS_MAX = 600;
    private static final long DELAY_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Map<String, String> ENVIRONMENT = Map.of("MILLRACE_TTL_INTERVAL", "1");

    @TempDir private Path directory;

    @Test
    void everyKillLeavesASoundDirectoryWithAllThatWasAcknowledged() throws Exception {
        long seed = Long.getLong("crash.seed", RandomGenerator.getDefault().nextLong());
        Random random = new Random(seed);
        System.out.println("crash test with changes: seed " + seed + ", " + KILLS + " kills");
        List<DiskWriter> writers =
                IntStream.range(0, WRITERS)
                        .mapToObj(number ->
                                new DiskWriter(
                                        number, new Random(random.nextLong()), 1_000, () -> 0))
                        .toList();
        TableChanger changer =
                new TableChanger(new Random(random.nextLong()), InstantSource.system());
        Path data = directory.resolve("data");
        for (int kill = 1; kill <= KILLS; kill++) {
            try (DiskServer server = DiskServer.start(data, "sync", ENVIRONMENT)) {
                if (kill == 1) {
                    server.createTable();
                }
                assertThat(killUnderLoad(server, writers, changer, random)).isEqualTo(KILLED);
            }
            assertThat(violations(data, writers))
                    .as("seed %d, after kill %d", seed, kill)
                    .isEmpty();
        }
        completeEverything(data);
        assertThat(violations(data, writers)).as("seed %d, at the end", seed).isEmpty();
        System.out.printf(
                "crash test with changes: %d transactions, %d changes of tables acknowledged%n",
                acknowledged(writers), changer.changes());
    }

    // What a kill has interrupted goes on after the next start.
    private static void completeEverything(Path data) throws Exception {
        try (DiskServer server = DiskServer.start(data, "sync", ENVIRONMENT)) {
            while (!PastChanger.isSettled(server.clients().tables())) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    // Looks at the directory as the killed server has left it.
    private static List<String> violations(Path data, List<DiskWriter> writers) {
        try (RocksDbStore store = RocksDbStore.openForReading(data, Keyspace.families(), 1 << 20)) {
            List<String> violations = new ArrayList<>(StoreVerifier.verify(store).violations());
            FaultReader items = new FaultReader(store);
            for (DiskWriter writer : writers) {
                violations.addAll(writer.violations(Attempt.NEVER - 1, items::version));
                writer.settle(items::version);
            }
            return violations;
        }
    }

    private static int killUnderLoad(
            DiskServer server, List<DiskWriter> writers, TableChanger changer, Random random)
            throws Exception {
        long enough = acknowledged(writers) + random.nextInt(50, ACKNOWLEDGEMENTS_MAX);
        int exitValue;
        List<Future<?>> working = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            for (DiskWriter writer : writers) {
                working.add(
                        threads.submit(() -> writer.write(server.clients().tables(), () -> true)));
            }
            working.add(
                    threads.submit(() -> changer.change(server.clients().tables(), () -> true)));
            while (acknowledged(writers) < enough) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            LockSupport.parkNanos(random.nextLong(DELAY_NANOS_MAX));
            exitValue = server.process().kill();
        }
        for (Future<?> each : working) {
            each.get();
        }
        return exitValue;
    }

    private static long acknowledged(List<DiskWriter> writers) {
        return writers.stream().mapToLong(DiskWriter::acknowledged).sum();
    }
}
