package dev.millrace.fuzz;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.value.CorruptItemException;
import dev.millrace.store.Durability;
import dev.millrace.store.StoreException;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.memory.InMemoryStore;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;

/// The rows that an engine reads when it starts, one of them of any key and value.
public final class CatalogRows {
    private static final int KEY_BYTES_MAX = 24;

    private CatalogRows() {}

    /// Opens an engine on a store with one strange row; it opens or says that the row is corrupt.
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        int keyBytes = 1 + Math.floorMod(data[0], Math.min(KEY_BYTES_MAX, data.length - 1));
        byte[] key = Arrays.copyOfRange(data, 1, 1 + keyBytes);
        byte[] value = Arrays.copyOfRange(data, 1 + keyBytes, data.length);
        InMemoryStore store = new InMemoryStore(Keyspace.families());
        store.write(new WriteBatch().put(Keyspace.META, key, value), Durability.RELAXED);
        try (store) {
            Engine.open(options(), store).close();
        } catch (StoreException | CorruptItemException expected) {
            Promises.hasText(expected);
        }
    }

    private static EngineOptions options() {
        return new EngineOptions(
                "us-east-1",
                "000000000000",
                Durability.RELAXED,
                InstantSource.fixed(Instant.EPOCH),
                new Random(0),
                Thread.ofVirtual().factory());
    }
}
