package dev.millrace.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.store.rocksdb.RocksDbStore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Kills a server while it copies a table of many chunks into a backup, fills one from a backup and
/// fills one from the past of another, each time under writes that change every item. After the
/// next start each goes on, and has in the end what the table held when it was asked for.
///
/// `-Dcrash.seed=N` repeats the choices of a run.
final class PastCrashTest {
    private static final int ITEMS = 2_000;
    private static final int BATCH = 25;
    private static final String FROM_BACKUP = "from-backup";
    private static final String FROM_PAST = "from-past";
    private static final long DELAY_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(150);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    @TempDir private Path directory;

    @Test
    void whatAKillInterruptsIsCompletedAfterTheNextStart() throws Exception {
        long seed = Long.getLong("crash.seed", RandomGenerator.getDefault().nextLong());
        Random random = new Random(seed);
        System.out.println("crash test of backups and restores: seed " + seed);
        create();
        AtomicReference<String> arn = new AtomicReference<>("");
        interrupted(
                2,
                random,
                client ->
                        arn.set(
                                client.createBackup(it ->
                                                it.tableName(DiskWriter.TABLE)
                                                        .backupName("interrupted"))
                                        .backupDetails()
                                        .backupArn()));
        interrupted(
                3,
                random,
                client ->
                        client.restoreTableFromBackup(
                                it -> it.targetTableName(FROM_BACKUP).backupArn(arn.get())));
        Map<String, String> before = new TreeMap<>();
        interrupted(
                4,
                random,
                client -> {
                    before.putAll(versions(client, DiskWriter.TABLE));
                    client.restoreTableToPointInTime(it ->
                            it.sourceTableName(DiskWriter.TABLE)
                                    .targetTableName(FROM_PAST)
                                    .useLatestRestorableTime(true));
                });

        try (DiskServer server = start()) {
            DynamoDbClient client = server.clients().tables();
            awaitSettled(client);
            assertThat(versions(client, FROM_BACKUP))
                    .as("seed %d", seed)
                    .hasSize(ITEMS)
                    .allSatisfy((_, version) -> assertThat(version).isEqualTo("1"));
            assertThat(versions(client, FROM_PAST)).as("seed %d", seed).isEqualTo(before);
        }
        assertSound(seed);
    }

    private void create() throws Exception {
        try (DiskServer server = start()) {
            DynamoDbClient client = server.clients().tables();
            server.createTable();
            client.updateContinuousBackups(it ->
                    it.tableName(DiskWriter.TABLE)
                            .pointInTimeRecoverySpecification(
                                    recovery -> recovery.pointInTimeRecoveryEnabled(true)));
            overwrite(client, 1);
        }
    }

    // Begins something and kills the server while it goes on and all items get another version.
    private void interrupted(int version, Random random, Consumer<DynamoDbClient> begin)
            throws Exception {
        try (DiskServer server = start();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            DynamoDbClient client = server.clients().tables();
            awaitSettled(client);
            begin.accept(client);
            Future<?> writing = threads.submit(() -> overwriteWhileThere(client, version));
            LockSupport.parkNanos(random.nextLong(DELAY_NANOS_MAX));
            server.process().kill();
            writing.get();
        }
    }

    private static void overwriteWhileThere(DynamoDbClient client, int version) {
        try {
            overwrite(client, version);
        } catch (SdkClientException e) {
            // The server is gone, as it was meant to be.
            Thread.onSpinWait();
        }
    }

    private static void overwrite(DynamoDbClient client, int version) {
        for (int first = 0; first < ITEMS; first += BATCH) {
            List<WriteRequest> batch = new ArrayList<>();
            for (int i = first; i < first + BATCH; i++) {
                Map<String, AttributeValue> item =
                        Map.of(
                                DiskWriter.KEY, AttributeValue.fromS("key-" + i),
                                DiskWriter.VERSION,
                                        AttributeValue.fromN(Integer.toString(version)));
                batch.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
            }
            client.batchWriteItem(it -> it.requestItems(Map.of(DiskWriter.TABLE, batch)));
        }
    }

    private static void awaitSettled(DynamoDbClient client) {
        while (!PastChanger.isSettled(client)) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static Map<String, String> versions(DynamoDbClient client, String table) {
        Map<String, String> versions = new TreeMap<>();
        client.scanPaginator(it -> it.tableName(table).consistentRead(true))
                .items()
                .forEach(item ->
                        versions.put(
                                item.getOrDefault(DiskWriter.KEY, AttributeValue.fromS("")).s(),
                                item.getOrDefault(DiskWriter.VERSION, AttributeValue.fromN("0"))
                                        .n()));
        return versions;
    }

    private DiskServer start() throws Exception {
        return DiskServer.start(directory.resolve("data"), "sync", Map.of());
    }

    private void assertSound(long seed) {
        try (RocksDbStore store =
                RocksDbStore.openForReading(
                        directory.resolve("data"), Keyspace.families(), 1 << 20)) {
            assertThat(StoreVerifier.verify(store).violations()).as("seed %d", seed).isEmpty();
        }
    }
}
