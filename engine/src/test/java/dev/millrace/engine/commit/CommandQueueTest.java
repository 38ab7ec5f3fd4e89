package dev.millrace.engine.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

@Timeout(60)
class CommandQueueTest {
    private static final int MAX = 4;
    private static final Duration WAIT_MAX = Duration.ofMillis(10);

    private final AtomicLong nanoTime = new AtomicLong();
    private final CommandQueue queue =
            new CommandQueue(new QueueBounds(MAX, WAIT_MAX), nanoTime::get);

    @Test
    void asManyWaitAsMay() {
        fill(MAX);

        assertThat(queue.size()).isEqualTo(MAX);
    }

    @Test
    void oneMoreIsThrottled() {
        fill(MAX);

        assertThrottled(() -> queue.offer(item()));
        assertThat(queue.refused()).isEqualTo(1);
    }

    @Test
    void whoAsksBeforeIsThrottledOnceOneWas() {
        fill(MAX);
        queue.requireRoom();
        assertThrottled(() -> queue.offer(item()));

        assertThrottled(queue::requireRoom);
    }

    @Test
    void roomIsThereAgainOnceAGroupWasTaken() throws InterruptedException {
        fill(MAX);
        assertThrottled(() -> queue.offer(item()));
        queue.take(1);

        assertThatCode(queue::requireRoom).doesNotThrowAnyException();
        assertThatCode(() -> queue.offer(item())).doesNotThrowAnyException();
    }

    @Test
    void ourOwnCommandsAreNeverRefused() throws InterruptedException {
        fill(MAX);
        queue.put(item());

        assertThat(queue.size()).isEqualTo(MAX + 1);
    }

    @Test
    void ourOwnCommandsTakeNoRoomFromClients() throws InterruptedException {
        queue.put(item());
        fill(MAX);

        assertThat(queue.size()).isEqualTo(MAX + 1);
    }

    @Test
    void ourOwnCommandsWaitForRoomBeyondTheirNumber() throws InterruptedException {
        for (int i = 0; i < CommandQueue.OWN_MAX; i++) {
            queue.put(item());
        }
        Thread waiting = Thread.ofVirtual().start(this::putOne);
        assertThat(waiting.join(Duration.ofMillis(50))).isFalse();
        queue.take(1);
        waiting.join();

        assertThat(queue.size()).isEqualTo(CommandQueue.OWN_MAX);
    }

    @Test
    void changesOfTheCatalogHaveABoundOfTheirOwn() {
        CommandQueue wide = new CommandQueue(QueueBounds.BY_NUMBER, () -> 0);
        for (int i = 0; i < CommandQueue.CATALOG_MAX; i++) {
            wide.offer(catalog());
        }

        assertThrottled(() -> wide.offer(catalog()));
        assertThatCode(() -> wide.offer(item())).doesNotThrowAnyException();
    }

    @Test
    void groupHoldsItemCommandsInOrder() throws InterruptedException {
        Submission<?> first = item();
        Submission<?> second = item();
        queue.offer(first);
        queue.put(second);

        assertThat(queue.take(10)).isEqualTo(List.of(first, second));
    }

    @Test
    void commandOfTheCatalogIsAGroupOfItsOwn() throws InterruptedException {
        Submission<?> first = item();
        Submission<?> second = catalog();
        Submission<?> third = item();
        List.of(first, second, third).forEach(queue::offer);

        assertThat(List.of(queue.take(10), queue.take(10), queue.take(10)))
                .isEqualTo(List.of(List.of(first), List.of(second), List.of(third)));
    }

    @Test
    void groupIsNoLargerThanAskedFor() throws InterruptedException {
        fill(3);

        assertThat(queue.take(2)).hasSize(2);
    }

    @Test
    void whatHasWaitedTooLongIsRefused() {
        Submission<Boolean> late = item();
        queue.offer(late);
        nanoTime.addAndGet(QueueBounds.LATE * WAIT_MAX.toNanos() + 1);
        queue.refuseLate();

        assertThrottled(late::await);
        assertThat(queue.size()).isZero();
    }

    @Test
    void whatHasWaitedNoLongerStays() {
        queue.offer(item());
        nanoTime.addAndGet(QueueBounds.LATE * WAIT_MAX.toNanos());
        queue.refuseLate();

        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void ourOwnCommandsAreNeverTooLate() throws InterruptedException {
        Submission<Boolean> own = item();
        Submission<Boolean> late = item();
        queue.put(own);
        queue.offer(late);
        nanoTime.addAndGet(QueueBounds.LATE * WAIT_MAX.toNanos() + 1);

        assertThat(queue.take(10)).isEqualTo(List.of(own));
        assertThrottled(late::await);
    }

    private void putOne() {
        try {
            queue.put(item());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void fill(int count) {
        for (int i = 0; i < count; i++) {
            queue.offer(item());
        }
    }

    private static Submission<Boolean> item() {
        return new Submission<>((ItemCommand<Boolean>) _ -> Boolean.TRUE);
    }

    private static Submission<Boolean> catalog() {
        return new Submission<>((CatalogCommand<Boolean>) _ -> Boolean.TRUE);
    }

    private static void assertThrottled(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.THROTTLING));
    }
}
