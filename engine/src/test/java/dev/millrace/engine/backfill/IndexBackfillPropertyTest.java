package dev.millrace.engine.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

/// An index that is filled while its table is written to at random, and the engine restarted now
/// and then, holds at the end what the table says.
class IndexBackfillPropertyTest {
    private static final int KEYS = 400;
    private static final int WRITES_BETWEEN_CHUNKS = 80;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void indexEqualsProjectionOfTableAfterABackfillAmongWrites(long seed) {
        Random random = new Random(seed);
        HeldBackfill held = new HeldBackfill();
        try (EngineFixture fixture =
                new EngineFixture(new InMemoryStore(Keyspace.families()), held)) {
            Albums albums = new Albums(fixture);
            albums.create();
            write(albums, random, 3 * KEYS, true);
            albums.addIndex();

            while (!albums.isIndexActive()) {
                write(albums, random, WRITES_BETWEEN_CHUNKS, true);
                if (random.nextInt(3) == 0) {
                    fixture.reopen();
                }
                held.letOneThrough(albums::isIndexActive);
            }
            write(albums, random, WRITES_BETWEEN_CHUNKS, false);

            assertThat(albums.entries())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(albums.expectedEntries());
            assertThat(albums.index().itemCount())
                    .as("seed %d", seed)
                    .isEqualTo(albums.expectedEntries().size());
            assertThat(albums.index().indexSizeBytes())
                    .as("seed %d", seed)
                    .isEqualTo(
                            albums.expectedEntries().stream()
                                    .mapToLong(item -> item.sizeBytes())
                                    .sum());
        }
    }

    // A year of the wrong type is refused once the index is complete.
    private static void write(Albums albums, Random random, int count, boolean anyYear) {
        for (int i = 0; i < count; i++) {
            String key = "album-" + random.nextInt(KEYS);
            switch (random.nextInt(6)) {
                case 0 -> albums.delete(key);
                case 1 -> albums.putWithoutYear(key);
                case 2 ->
                        albums.put(
                                key,
                                "t" + random.nextInt(9),
                                anyYear ? EngineFixture.text("unknown") : Albums.year(0));
                default ->
                        albums.put(
                                key,
                                "t" + random.nextInt(9),
                                Albums.year(1960 + random.nextInt(60)));
            }
        }
    }
}
