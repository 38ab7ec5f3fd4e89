package dev.millrace.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;
import dev.millrace.store.Snapshot;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A random walk over a store and over sorted maps beside it, which must answer alike at each step.
///
/// Keys are short and made of few bytes, so that they meet each other, are prefixes of each other,
/// and hit the ends of ranges.
final class OracleComparison {

    private static final byte[] KEY_BYTES = {
        0x00, 0x01, 'a', (byte) 0x80, (byte) 0xFE, (byte) 0xFF
    };
    private static final int KEY_LENGTH_MAX = 3;
    private static final int BATCH_CHANGES_MAX = 12;
    private static final int SNAPSHOTS_MAX = 4;

    private record Kept(Snapshot snapshot, Oracle oracle) {}

    private final long seed;
    private final Random random;
    private final Oracle oracle = new Oracle();
    private final List<Kept> kept = new ArrayList<>();

    OracleComparison(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    void step(Store store) {
        switch (random.nextInt(5)) {
            case 0, 1 -> write(store);
            case 2 -> compareSome(store, oracle);
            case 3 -> keepSnapshot(store);
            default -> kept.forEach(each -> compareSome(each.snapshot, each.oracle));
        }
    }

    void compareAll(Store store) {
        compareScan(store, oracle, StoreSubject.ROWS, KeyRange.all(), Direction.ASCENDING);
        compareScan(store, oracle, StoreSubject.RECORDS, KeyRange.all(), Direction.DESCENDING);
    }

    void closeSnapshots() {
        kept.forEach(each -> each.snapshot.close());
        kept.clear();
    }

    private void write(Store store) {
        WriteBatch batch = new WriteBatch();
        for (int i = random.nextInt(BATCH_CHANGES_MAX + 1); i > 0; i--) {
            addChange(batch);
        }
        store.write(batch, Durability.RELAXED);
        oracle.apply(batch);
    }

    private void addChange(WriteBatch batch) {
        switch (random.nextInt(10)) {
            case 0 -> batch.deleteRange(family(), range());
            case 1, 2 -> batch.delete(family(), key());
            default -> batch.put(family(), key(), key());
        }
    }

    private void keepSnapshot(Store store) {
        if (kept.size() == SNAPSHOTS_MAX) {
            kept.removeFirst().snapshot.close();
        }
        kept.add(new Kept(store.snapshot(), oracle.copy()));
    }

    private void compareSome(Reader reader, Oracle expected) {
        Family family = family();
        byte[] key = key();
        assertThat(reader.get(family, key))
                .as("seed %d, get", seed)
                .isEqualTo(expected.get(family, key));
        compareScan(reader, expected, family, range(), Direction.ASCENDING);
        compareScan(reader, expected, family, range(), Direction.DESCENDING);
    }

    private void compareScan(
            Reader reader, Oracle expected, Family family, KeyRange range, Direction direction) {
        assertThat(Texts.scan(reader, family, range, direction))
                .as("seed %d, %s scan of %s", seed, direction, range)
                .isEqualTo(expected.scan(family, range, direction));
    }

    private Family family() {
        return random.nextBoolean() ? StoreSubject.ROWS : StoreSubject.RECORDS;
    }

    private KeyRange range() {
        return KeyRange.of(key(), key());
    }

    private byte[] key() {
        byte[] key = new byte[random.nextInt(KEY_LENGTH_MAX + 1)];
        for (int i = 0; i < key.length; i++) {
            key[i] = KEY_BYTES[random.nextInt(KEY_BYTES.length)];
        }
        return key;
    }
}
