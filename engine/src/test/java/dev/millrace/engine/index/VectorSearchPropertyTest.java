package dev.millrace.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.model.table.VectorDistanceFunction;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;

/// Searches of vectors after many random writes, compared with sorting all of them.
class VectorSearchPropertyTest {
    private static final int WRITES = 400;
    private static final int SEARCHES = 60;
    private static final List<String> TENANTS = List.of("t1", "t2", "");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void searchesFindWhatIsNearest(long seed) {
        try (EngineFixture fixture = new EngineFixture()) {
            Gallery gallery = new Gallery(fixture);
            Random random = new Random(seed);
            write(gallery, random, WRITES);
            gallery.addProduct();
            write(gallery, random, WRITES);
            awaitReady(gallery);
            compare(gallery, random, seed);
            fixture.reopen();
            write(gallery, random, WRITES);
            compare(gallery, random, seed);

            assertThat(StoreVerifier.verify(fixture.store()).violations())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    private static void write(Gallery gallery, Random random, int count) {
        for (int i = 0; i < count; i++) {
            String pk = "p" + random.nextInt(150);
            if (random.nextInt(4) == 0) {
                gallery.delete(pk);
            } else {
                gallery.put(
                        pk,
                        new Gallery.Picture(
                                tenant(random),
                                random.nextBoolean() ? null : random.nextInt(3),
                                random.nextInt(5) == 0 ? null : vector(random)));
            }
        }
    }

    private static @Nullable String tenant(Random random) {
        String tenant = TENANTS.get(random.nextInt(TENANTS.size()));
        return tenant.isEmpty() ? null : tenant;
    }

    private static void compare(Gallery gallery, Random random, long seed) {
        for (int i = 0; i < SEARCHES; i++) {
            float[] wanted = vector(random);
            int topK = 1 + random.nextInt(100);
            String tenant = random.nextBoolean() ? "t1" : "t2";
            Integer year = random.nextBoolean() ? null : random.nextInt(3);
            assertThat(gallery.search("angle", wanted, topK, null, null))
                    .as("seed %d", seed)
                    .isEqualTo(
                            gallery.expected(
                                    VectorDistanceFunction.COSINE, wanted, topK, null, null));
            assertThat(gallery.search("line", wanted, topK, tenant, year))
                    .as("seed %d", seed)
                    .isEqualTo(
                            gallery.expected(
                                    VectorDistanceFunction.EUCLIDEAN, wanted, topK, tenant, year));
            assertThat(gallery.search("product", wanted, topK, tenant, year))
                    .as("seed %d", seed)
                    .isEqualTo(
                            gallery.expected(
                                    VectorDistanceFunction.DOT_PRODUCT,
                                    wanted,
                                    topK,
                                    tenant,
                                    year));
        }
    }

    // The backfill has a thread of its own.
    private static void awaitReady(Gallery gallery) {
        while (!gallery.isReady()) {
            Thread.onSpinWait();
        }
    }

    private static float[] vector(Random random) {
        float[] vector = new float[Gallery.DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = random.nextFloat() * 4 - 2;
        }
        return vector;
    }
}
