package dev.millrace.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.fault.DiskFile.Luck;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.store.Store;
import dev.millrace.store.StoreException;
import dev.millrace.store.rocksdb.RocksDbStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A real server whose every call to the file system is written down while clients write; then its
/// directory as it would be found if the power had gone at random moments: nothing that was not
/// synced by then, or any part of it.
///
/// `-Dpower.losses=N` looks at more moments, `-Dpower.writes=N` writes longer, `-Dpower.seed=N`
/// repeats the choices of one run.
final class PowerLossTest {
    private static final int LOSSES = Integer.getInteger("power.losses", 40);
    private static final int LOSSES_UNSYNCED = 10;
    private static final int WRITES = Integer.getInteger("power.writes", 1_500);
    private static final List<Luck> LUCK = List.of(Luck.values());
    private static final int WRITERS = 4;
    private static final int PAYLOAD_MAX = Integer.getInteger("power.payload", 8_000);

    @TempDir private Path directory;

    @Test
    void everyLossOfPowerLeavesAllThatWasAcknowledgedAndNothingByHalf() throws Exception {
        violations("sync", LOSSES).ifPresent(violations -> assertThat(violations).isEmpty());
    }

    @Test
    void aServerThatDoesNotWaitForTheDiskIsSeenToLoseWrites() throws Exception {
        violations("relaxed", LOSSES_UNSYNCED)
                .ifPresent(violations -> assertThat(violations).isNotEmpty());
    }

    // Nothing where there is no compiler; the first losses that leave anything wrong end the run.
    private Optional<List<String>> violations(String durability, int losses) throws Exception {
        Optional<FaultyDisk> found =
                FaultyDisk.under(data(), Files.createDirectories(directory.resolve("disk")));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        FaultyDisk disk = found.get();
        long seed = Long.getLong("power.seed", RandomGenerator.getDefault().nextLong());
        Random random = new Random(seed);
        List<DiskWriter> writers = writers(random, disk);
        long begin = record(disk, durability, writers);
        long end = disk.events();
        System.out.printf(
                "power loss: %s, seed %d, %d writes acknowledged, %d calls, %d losses%n",
                durability, seed, acknowledged(writers), end, losses);
        long[] moments = random.longs(losses, begin, end).sorted().toArray();
        try (LostPower power = new LostPower(disk.journal())) {
            for (long moment : moments) {
                assertThat(power.replay(moment)).isTrue();
                List<String> violations = violations(power, moment, writers, random);
                if (!violations.isEmpty()) {
                    violations.addFirst("seed " + seed + ", call " + moment);
                    return Optional.of(violations);
                }
            }
        }
        return Optional.of(List.of());
    }

    private List<String> violations(
            LostPower power, long moment, List<DiskWriter> writers, Random random)
            throws IOException {
        Luck luck = LUCK.get(random.nextInt(LUCK.size()));
        Path lost = directory.resolve("lost");
        power.write(lost, luck, random);
        List<String> violations = violations(lost, moment, writers);
        if (!violations.isEmpty()) {
            violations.addFirst("luck " + luck);
        }
        delete(lost);
        return violations;
    }

    // Lets the writers write on a recorded disk; gives the moment at which the table was there.
    private long record(FaultyDisk disk, String durability, List<DiskWriter> writers)
            throws Exception {
        try (DiskServer server = DiskServer.start(data(), durability, disk.environment(true));
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            server.createTable();
            long begin = disk.events();
            List<Future<?>> writing = new ArrayList<>();
            for (DiskWriter writer : writers) {
                writing.add(
                        threads.submit(() ->
                                writer.write(
                                        server.clients().tables(),
                                        () -> writer.acknowledged() < WRITES / WRITERS)));
            }
            for (Future<?> each : writing) {
                each.get();
            }
            requireFiles(".sst", ".blob");
            return begin;
        }
    }

    // Power is to be lost around the making of files too.
    private void requireFiles(String... suffixes) throws IOException {
        try (Stream<Path> files = Files.list(data())) {
            List<String> names = files.map(Path::toString).toList();
            for (String suffix : suffixes) {
                assertThat(names).anyMatch(name -> name.endsWith(suffix));
            }
        }
    }

    private static List<String> violations(Path lost, long moment, List<DiskWriter> writers) {
        try (Store store = RocksDbStore.open(lost, Keyspace.families(), 1 << 20)) {
            List<String> violations = new ArrayList<>(StoreVerifier.verify(store).violations());
            FaultReader items = new FaultReader(store);
            writers.forEach(writer -> violations.addAll(writer.violations(moment, items::version)));
            return violations;
        } catch (StoreException refused) {
            return new ArrayList<>(List.of("does not open: " + refused.getMessage()));
        }
    }

    private static List<DiskWriter> writers(Random random, FaultyDisk disk) {
        return IntStream.range(0, WRITERS)
                .mapToObj(number ->
                        new DiskWriter(
                                number, new Random(random.nextLong()), PAYLOAD_MAX, disk::events))
                .toList();
    }

    private static long acknowledged(List<DiskWriter> writers) {
        return writers.stream().mapToLong(DiskWriter::acknowledged).sum();
    }

    private Path data() {
        return directory.resolve("data");
    }

    private static void delete(Path lost) throws IOException {
        try (Stream<Path> files = Files.walk(lost)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
