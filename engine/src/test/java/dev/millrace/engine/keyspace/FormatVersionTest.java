package dev.millrace.engine.keyspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.Durability;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.memory.InMemoryStore;
import dev.millrace.store.tuple.TupleWriter;

import org.junit.jupiter.api.Test;

class FormatVersionTest {
    @Test
    void aNewStoreIsMarkedWithTheCurrentVersion() {
        try (Store store = new InMemoryStore(Keyspace.families())) {
            FormatVersion.require(store);
            assertThat(store.get(Keyspace.META, Keyspace.formatKey()))
                    .isEqualTo(version(FormatVersion.CURRENT));
            FormatVersion.require(store);
        }
    }

    @Test
    void aNewerStoreIsRefusedAndLeftAlone() {
        try (Store store = new InMemoryStore(Keyspace.families())) {
            byte[] newer = version(FormatVersion.CURRENT + 1);
            store.write(
                    new WriteBatch().put(Keyspace.META, Keyspace.formatKey(), newer),
                    Durability.SYNC);
            assertThatThrownBy(() -> FormatVersion.require(store))
                    .isInstanceOf(NewerFormatException.class);
            assertThat(store.get(Keyspace.META, Keyspace.formatKey())).isEqualTo(newer);
        }
    }

    @Test
    void earlierVersionIsTakenOver() {
        try (Store store = new InMemoryStore(Keyspace.families())) {
            store.write(
                    new WriteBatch().put(Keyspace.META, Keyspace.formatKey(), version(1)),
                    Durability.SYNC);

            FormatVersion.require(store);

            assertThat(store.get(Keyspace.META, Keyspace.formatKey()))
                    .isEqualTo(version(FormatVersion.CURRENT));
        }
    }

    private static byte[] version(long number) {
        return new TupleWriter().uint32(number).toByteArray();
    }
}
