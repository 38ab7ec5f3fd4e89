package dev.millrace.engine;

import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.Durability;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;

import java.util.random.RandomGenerator;

/// The secret that seals shard iterators: made once for a store and kept in it.
final class Secret {
    private static final int BYTES = 32;

    private Secret() {}

    static byte[] of(Store store, RandomGenerator random) {
        byte[] known = store.get(Keyspace.META, Keyspace.secretKey());
        if (known != null && known.length != BYTES) {
            throw new CorruptRowException("stored secret has an unknown length");
        }
        if (known != null) {
            return known;
        }
        byte[] made = new byte[BYTES];
        random.nextBytes(made);
        store.write(
                new WriteBatch().put(Keyspace.META, Keyspace.secretKey(), made), Durability.SYNC);
        return made;
    }
}
