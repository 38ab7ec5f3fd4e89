package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class BoundedCacheTest {
    private final List<String> made = new ArrayList<>();
    private final BoundedCache<String> cache = new BoundedCache<>(10);

    @Test
    void valueIsMadeOnce() {
        get("a");
        get("a");

        assertThat(made).containsExactly("a");
    }

    @Test
    void cacheNeverHoldsMoreThanItsBound() {
        for (int i = 0; i < 1_000; i++) {
            get("k" + i);
            assertThat(cache.entries()).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void entriesUpToHalfTheBoundStay() {
        for (int i = 0; i < 5; i++) {
            get("k" + i);
        }
        get("k0");

        assertThat(made).hasSize(5);
    }

    @Test
    void entryInUseOutlivesManyOthers() {
        for (int i = 0; i < 100; i++) {
            get("used");
            get("k" + i);
        }

        assertThat(made).containsOnlyOnce("used");
    }

    @Test
    void nothingIsKeptWhenTheMakerFails() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        cache.get(
                                "a",
                                _ -> {
                                    throw new IllegalStateException("cannot be made");
                                }));

        assertThat(get("a")).isEqualTo("value of a");
    }

    private String get(String key) {
        return cache.get(
                key,
                missing -> {
                    made.add(missing);
                    return "value of " + missing;
                });
    }
}
