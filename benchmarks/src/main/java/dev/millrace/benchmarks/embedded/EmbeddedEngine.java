package dev.millrace.benchmarks.embedded;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.backfill.BackfillPace;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.schedule.Driving;
import dev.millrace.engine.shard.ShardOptions;
import dev.millrace.store.Durability;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Store;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;

import java.io.File;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/// An engine on a RocksDB store in a directory, on the system's clock. Its partitions never split,
/// so that the number of shards is the benchmark's choice; everything else is as in a server.
public final class EmbeddedEngine implements AutoCloseable {
    private static final ShardOptions NO_SPLITS =
            new ShardOptions(
                    ShardOptions.DEFAULT.rollover(),
                    Long.MAX_VALUE,
                    ShardOptions.DEFAULT.splitAfter(),
                    Long.MAX_VALUE,
                    ShardOptions.DEFAULT.retention());

    private final Path directory;
    private final Store store;
    private final Engine engine;

    private EmbeddedEngine(Path directory, Store store, Engine engine) {
        this.directory = directory;
        this.store = store;
        this.engine = engine;
    }

    /// Opens the engine in `directory`, which is made if it is missing.
    public static EmbeddedEngine open(Path directory, Durability durability) {
        Store store =
                StoreProvider.named("rocksdb")
                        .open(StoreOptions.at(directory, Keyspace.families()));
        return new EmbeddedEngine(directory, store, Engine.open(options(durability), store));
    }

    /// The engine itself.
    public Engine engine() {
        return engine;
    }

    /// The size of all files of the store, in bytes.
    public long bytesOnDisk() {
        // A file that goes while they are listed has size 0.
        File[] files = directory.toFile().listFiles();
        long sum = 0;
        for (File file : files == null ? new File[0] : files) {
            sum += file.length();
        }
        return sum;
    }

    /// The size of all stream records on disk, about, in bytes.
    public long streamBytes() {
        return store.approximateBytes(Keyspace.RECORDS, KeyRange.all());
    }

    /// Waits until the store has nothing left to compact: until its size has not changed for some
    /// seconds, but no longer than `secondsMax`.
    public void settle(int unchangedSeconds, int secondsMax) throws InterruptedException {
        long last = -1;
        int unchanged = 0;
        for (int i = 0; i < secondsMax && unchanged < unchangedSeconds; i++) {
            long now = bytesOnDisk();
            unchanged = now == last ? unchanged + 1 : 0;
            last = now;
            TimeUnit.SECONDS.sleep(1);
        }
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }

    private static EngineOptions options(Durability durability) {
        return new EngineOptions(
                "us-east-1",
                "000000000000",
                durability,
                InstantSource.system(),
                new SecureRandom(),
                Thread.ofPlatform().name("engine").factory(),
                Driving.BY_THREAD,
                NO_SPLITS,
                false,
                TableBehaviour.DEFAULT,
                BackfillPace.UNHINDERED);
    }
}
