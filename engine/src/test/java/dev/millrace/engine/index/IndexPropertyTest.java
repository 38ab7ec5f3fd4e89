package dev.millrace.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.model.response.QueryResponse;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// Indexes after many random writes.
class IndexPropertyTest {
    private static final int WRITES = 600;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void indexEqualsProjectionOfTable(long seed) {
        try (EngineFixture fixture = new EngineFixture()) {
            Ledger ledger = new Ledger(fixture);
            write(ledger, new Random(seed));

            for (String index : List.of(Ledger.LOCAL, Ledger.GLOBAL)) {
                assertThat(ledger.entries(index))
                        .as("seed %d, index %s", seed, index)
                        .containsExactlyInAnyOrderElementsOf(ledger.expected(index));
                assertThat(ledger.describe(index).itemCount())
                        .as("seed %d, index %s", seed, index)
                        .isEqualTo(ledger.expected(index).size());
                assertThat(ledger.describe(index).indexSizeBytes())
                        .as("seed %d, index %s", seed, index)
                        .isEqualTo(
                                ledger.expected(index).stream()
                                        .mapToLong(entry -> entry.sizeBytes())
                                        .sum());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void pagesOfAnIndexAreTheWholeAndBackwardsIsTheExactReverse(long seed) {
        try (EngineFixture fixture = new EngineFixture()) {
            Ledger ledger = new Ledger(fixture);
            write(ledger, new Random(seed));

            for (String g : List.of("x", "y")) {
                List<Item> whole = items(ledger.query(g, true, null, null));
                assertThat(whole).as("seed %d", seed).hasSizeGreaterThan(5);
                assertThat(paged(ledger, g, true, 1)).as("seed %d", seed).isEqualTo(whole);
                assertThat(paged(ledger, g, true, 3)).as("seed %d", seed).isEqualTo(whole);
                assertThat(paged(ledger, g, false, 2))
                        .as("seed %d", seed)
                        .isEqualTo(whole.reversed());
            }
        }
    }

    // Few values of n, so that many index keys are equal.
    private static void write(Ledger ledger, Random random) {
        for (int i = 0; i < WRITES; i++) {
            String pk = "p" + random.nextInt(6);
            String sk = "s" + random.nextInt(8);
            if (random.nextInt(5) == 0) {
                ledger.delete(pk, sk);
            } else {
                ledger.put(
                        pk,
                        sk,
                        random.nextInt(4) == 0 ? null : random.nextBoolean() ? "x" : "y",
                        random.nextInt(4) == 0 ? null : random.nextInt(3) - 1,
                        "note" + random.nextInt(2));
            }
        }
    }

    private static List<Item> paged(Ledger ledger, String g, boolean forward, int limit) {
        List<Item> items = new ArrayList<>();
        @Nullable Item start = null;
        do {
            QueryResponse page = ledger.query(g, forward, limit, start);
            items.addAll(items(page));
            start = page.lastEvaluatedKey();
        } while (start != null);
        return items;
    }

    private static List<Item> items(QueryResponse page) {
        return Objects.requireNonNull(page.items());
    }
}
