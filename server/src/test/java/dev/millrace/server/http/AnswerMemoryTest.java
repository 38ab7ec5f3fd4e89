package dev.millrace.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class AnswerMemoryTest {

    private static final long BYTES = 4 * MemoryGate.PAGE_BYTES;

    private final AnswerMemory memory = new AnswerMemory(BYTES, Duration.ofMillis(1));

    @Test
    void pageIsSetAsideBeforeItIsRead() {
        memory.take(MemoryGate.PAGE_BYTES);

        assertThat(memory.available()).isEqualTo(BYTES - MemoryGate.PAGE_BYTES);
    }

    @Test
    void writtenAnswerKeepsItsOwnLength() {
        memory.take(MemoryGate.PAGE_BYTES);
        memory.settle(200 << 10);

        assertThat(memory.available()).isEqualTo(BYTES - (200 << 10));
    }

    @Test
    void smallAnswerKeepsNothing() {
        memory.take(MemoryGate.PAGE_BYTES);
        memory.settle(MemoryGate.SMALL_BYTES_MAX);

        assertThat(memory.available()).isEqualTo(BYTES);
    }

    @Test
    void requestThatFindsNothingLeftIsThrottled() {
        memory.take(BYTES);

        assertThatThrownBy(() -> memory.take(MemoryGate.PAGE_BYTES))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.THROTTLING));
        assertThat(memory.refused()).isEqualTo(1);
    }

    @Test
    void largeAnswerCountsThoughThereIsNothingLeft() throws InterruptedException {
        memory.take(BYTES);
        Thread other = Thread.ofVirtual().start(() -> memory.settle(1 << 20));
        other.join();

        assertThat(memory.available()).isEqualTo(-(1 << 20));
    }

    @Test
    void everythingIsGivenBack() {
        memory.take(MemoryGate.PAGE_BYTES);
        memory.take(MemoryGate.PAGE_BYTES);
        memory.giveBack();

        assertThat(memory.available()).isEqualTo(BYTES);
    }

    @Test
    void smallItemsAreNotCounted() {
        memory.takeFor(MemoryGate.SMALL_BYTES_MAX);

        assertThat(memory.available()).isEqualTo(BYTES);
    }

    @Test
    void anItemThatIsNotSmallCountsWithItsCopies() {
        memory.takeFor(100 << 10);

        assertThat(memory.available()).isEqualTo(BYTES - MemoryGate.COPIES * (100L << 10));
    }
}
