package dev.millrace.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.fault.FaultyDisk.Fault;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.store.rocksdb.RocksDbStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A real server whose disk fails under it: it refuses writes and says why, goes on reading, and
/// takes writes again once the disk works.
final class DiskFaultTest {
    private static final int ROUNDS = Integer.getInteger("disk.rounds", 2);
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final int WRITES_SPARED_MAX = 40;
    private static final int BYTES_OF_A_FILE_MAX = 256 * 1024;

    @TempDir private Path directory;

    /// How a disk is broken and repaired.
    interface Breaking {
        void fail() throws Exception;

        void repair() throws Exception;
    }

    @Test
    void aDiskThatFailsMakesTheServerReadOnlyUntilItWorksAgain() throws Exception {
        Optional<FaultyDisk> disk = FaultyDisk.under(directory.resolve("data"), work());
        if (disk.isEmpty()) {
            return;
        }
        FaultyDisk faulty = disk.get();
        long seed = Long.getLong("disk.seed", 11);
        Random random = new Random(seed);
        DiskWriter writer = new DiskWriter(0, random, 2_000, faulty::events);
        try (DiskServer server = start(faulty.environment(false))) {
            server.createTable();
            for (int round = 0; round < ROUNDS; round++) {
                for (Fault fault : List.of(Fault.WRITE_FULL, Fault.WRITE_ERROR, Fault.SYNC_ERROR)) {
                    String reason = fault == Fault.WRITE_FULL ? "the disk is full" : "the storage";
                    check(server, writer, reason, breaking(faulty, fault, random));
                }
            }
            System.out.println(
                    "disk faults: seed " + seed + ", " + faulty.failed() + " calls failed");
        }
        checkFiles(writer);
    }

    @Test
    void aLimitOnTheSizeOfFilesIsAFaultLikeAnyOther() throws Exception {
        if (!Files.exists(PRLIMIT)) {
            System.out.println("no prlimit here: a full disk is left to the simulation alone");
            return;
        }
        DiskWriter writer = new DiskWriter(0, new Random(12), 8_000, () -> 0);
        try (DiskServer server = start(Map.of())) {
            server.createTable();
            String pid = Long.toString(server.process().process().pid());
            check(
                    server,
                    writer,
                    "the storage fails",
                    new Breaking() {
                        @Override
                        public void fail() throws Exception {
                            limit(pid, Integer.toString(BYTES_OF_A_FILE_MAX));
                        }

                        @Override
                        public void repair() throws Exception {
                            limit(pid, "unlimited");
                        }
                    });
        }
        checkFiles(writer);
    }

    private static void limit(String pid, String bytes) throws Exception {
        Process limiting =
                new ProcessBuilder(PRLIMIT.toString(), "--pid", pid, "--fsize=" + bytes + ":")
                        .inheritIO()
                        .start();
        assertThat(limiting.waitFor()).as("prlimit").isZero();
    }

    private static Breaking breaking(FaultyDisk disk, Fault fault, Random random) {
        return new Breaking() {
            @Override
            public void fail() {
                String suffix = random.nextBoolean() ? ".log" : "";
                disk.fail(fault, suffix, random.nextInt(WRITES_SPARED_MAX));
            }

            @Override
            public void repair() {
                disk.repair();
            }
        };
    }

    private static void check(
            DiskServer server, DiskWriter writer, String reason, Breaking breaking)
            throws Exception {
        assertThat(writer.write(server.clients().tables())).isTrue();
        breaking.fail();
        boolean written = true;
        while (written) {
            written = writer.write(server.clients().tables());
        }
        HttpResponse<String> refused = server.awaitReadiness(ready -> ready.statusCode() == 503);
        assertThat(refused.body()).contains("\"status\":\"read-only\"").contains(reason);
        assertThat(writer.violations(Attempt.NEVER - 1, server::version)).isEmpty();
        assertThat(writer.write(server.clients().tables())).isFalse();
        breaking.repair();
        server.awaitReadiness(ready -> ready.statusCode() == 200);
        assertThat(writer.write(server.clients().tables())).isTrue();
        assertThat(writer.violations(Attempt.NEVER - 1, server::version)).isEmpty();
    }

    // The server was killed; what it left is looked at from the inside.
    private void checkFiles(DiskWriter writer) {
        try (RocksDbStore store =
                RocksDbStore.open(directory.resolve("data"), Keyspace.families(), 1 << 20)) {
            assertThat(StoreVerifier.verify(store).violations()).isEmpty();
        }
        assertThat(writer.acknowledged()).isPositive();
    }

    private DiskServer start(Map<String, String> environment) throws Exception {
        return DiskServer.start(directory.resolve("data"), "sync", environment);
    }

    private Path work() throws Exception {
        return Files.createDirectories(directory.resolve("disk"));
    }
}
