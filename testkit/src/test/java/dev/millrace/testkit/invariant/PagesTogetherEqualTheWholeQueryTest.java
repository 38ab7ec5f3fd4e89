package dev.millrace.testkit.invariant;

import static dev.millrace.testkit.invariant.Streams.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.value.Item;

import org.junit.jupiter.api.Test;

import java.util.List;

final class PagesTogetherEqualTheWholeQueryTest {
    private static final Item A = item("a", 1);
    private static final Item B = item("b", 2);
    private static final Item C = item("c", 3);

    @Test
    void pagesInOrderAreTheWhole() {
        assertThat(violations(List.of(List.of(A, B), List.of(C), List.of()))).isEmpty();
    }

    @Test
    void lostItemIsAViolation() {
        assertThat(violations(List.of(List.of(A), List.of(C)))).hasSize(1);
    }

    @Test
    void pageLargerThanItsLimitIsAViolation() {
        assertThat(violations(List.of(List.of(A, B, C)))).hasSize(1);
    }

    private static List<String> violations(List<List<Item>> pages) {
        return PagesTogetherEqualTheWholeQuery.violations(pages, 2, List.of(A, B, C));
    }
}
