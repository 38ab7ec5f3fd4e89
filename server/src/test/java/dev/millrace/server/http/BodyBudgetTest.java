package dev.millrace.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private static final long MEBIBYTE = 1 << 20;

    private final BodyBudget budget = new BodyBudget(32 * MEBIBYTE);

    @Test
    void largestBodyIsSetAsideInFull() {
        budget.acquire(RequestBody.BODY_BYTES_MAX);

        assertThat(budget.available()).isEqualTo(16 * MEBIBYTE);
    }

    @Test
    void releaseGivesEverythingBack() {
        budget.acquire(100_001);
        budget.release(100_001);

        assertThat(budget.available()).isEqualTo(32 * MEBIBYTE);
    }

    @Test
    void largestSmallBodyIsNotCounted() {
        budget.acquire(BodyBudget.SMALL_BYTES_MAX);

        assertThat(budget.available()).isEqualTo(32 * MEBIBYTE);
    }

    @Test
    void bodyOneByteLargerThanSmallIsCounted() {
        budget.acquire(BodyBudget.SMALL_BYTES_MAX + 1);

        assertThat(budget.available()).isLessThan(32 * MEBIBYTE);
    }

    @Test
    void budgetBelowOneBodyIsRefused() {
        assertThatThrownBy(() -> new BodyBudget(RequestBody.BODY_BYTES_MAX - 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void smallHeapStillLeavesRoomForTheLargestBody() {
        BodyBudget small = BodyBudget.ofHeap(8 * MEBIBYTE);
        small.acquire(RequestBody.CODE_BYTES_MAX);

        assertThat(small.available()).isZero();
    }
}
