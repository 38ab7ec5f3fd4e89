package dev.millrace.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class BodyBudgetTest {

    private static final long MEBIBYTE = 1 << 20;
    private static final Duration NO_PATIENCE = Duration.ofMillis(1);

    private final BodyBudget budget = new BodyBudget(32 * MEBIBYTE, NO_PATIENCE);

    @Test
    void largestBodyIsSetAsideInFull() {
        budget.share().take(RequestBody.BODY_BYTES_MAX);

        assertThat(budget.available()).isEqualTo(16 * MEBIBYTE);
    }

    @Test
    void closedShareGivesEverythingBack() {
        try (BodyBudget.Share share = budget.share()) {
            share.take(100_001);
            share.take(100_001);
        }

        assertThat(budget.available()).isEqualTo(32 * MEBIBYTE);
    }

    @Test
    void largestSmallBodyIsNotCounted() {
        budget.share().take(BodyBudget.SMALL_BYTES_MAX);

        assertThat(budget.available()).isEqualTo(32 * MEBIBYTE);
    }

    @Test
    void bodyOneByteLargerThanSmallIsCounted() {
        budget.share().take(BodyBudget.SMALL_BYTES_MAX + 1);

        assertThat(budget.available()).isLessThan(32 * MEBIBYTE);
    }

    @Test
    void bodyThatFindsNothingLeftIsThrottled() {
        budget.share().take((int) (32 * MEBIBYTE));

        assertThatThrownBy(() -> budget.share().take(10_000))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.THROTTLING));
        assertThat(budget.refused()).isEqualTo(1);
    }

    @Test
    void budgetBelowOneBodyIsRefused() {
        assertThatThrownBy(() -> new BodyBudget(RequestBody.BODY_BYTES_MAX - 1, NO_PATIENCE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void smallHeapStillLeavesRoomForTheLargestBody() {
        BodyBudget small = BodyBudget.ofHeap(8 * MEBIBYTE, NO_PATIENCE);
        small.share().take(RequestBody.CODE_BYTES_MAX);

        assertThat(small.available()).isNotNegative();
    }
}
