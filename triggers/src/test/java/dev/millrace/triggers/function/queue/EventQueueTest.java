package dev.millrace.triggers.function.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.function.instance.ThrottledException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class EventQueueTest {
    private static final FunctionName F = new FunctionName("f", null);
    private static final Outcome GOOD = new Outcome.Answered(Binary.of(new byte[0]));
    private static final Outcome BAD = new Outcome.Failed(FunctionError.unhandled("no"));
    private static final Outcome BUSY = new Outcome.NotReady("busy");

    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void eventIsCarriedOut() throws InterruptedException {
        try (EventQueue queue = queue(10)) {
            queue.add(F, event("e1", 1));

            assertThat(calls.poll(20, TimeUnit.SECONDS)).isEqualTo("e1");
        }
    }

    @Test
    void errorOfTheFunctionIsFollowedByTwoMoreAttempts() throws InterruptedException {
        outcomes.addAll(List.of(BAD, BAD, BAD, GOOD));
        try (EventQueue queue = queue(10)) {
            queue.add(F, event("e1", 1));
            over.await();
        }

        assertThat(calls).hasSize(3);
    }

    @Test
    void functionThatIsNotReachedIsTriedAgainWithoutCounting() throws InterruptedException {
        outcomes.addAll(List.of(BAD, BUSY, BAD, BAD));
        try (EventQueue queue = queue(10)) {
            queue.add(F, event("e1", 1));
            over.await();
        }

        assertThat(calls).hasSize(4);
    }

    @Test
    void eventBeyondTheBoundIsRefused() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        try (EventQueue queue = holding(hold, 2)) {
            queue.add(F, event("e1", 1));
            queue.add(F, event("e2", 1));

            assertThatThrownBy(() -> queue.add(F, event("e3", 1)))
                    .isInstanceOf(ThrottledException.class);
            hold.countDown();
        }
    }

    @Test
    void payloadsBeyondTheBoundAreRefused() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        try (EventQueue queue = holding(hold, 10)) {
            queue.add(F, event("e1", 60));

            assertThatThrownBy(() -> queue.add(F, event("e2", 41)))
                    .isInstanceOf(ThrottledException.class);
            hold.countDown();
        }
    }

    private EventQueue queue(int countMax) {
        return new EventQueue(
                (_, _) -> this::call,
                limits(countMax),
                System::nanoTime,
                task ->
                        Thread.ofVirtual()
                                .unstarted(() -> {
                                    task.run();
                                    over.countDown();
                                }),
                EventQueueTest::fail);
    }

    private EventQueue holding(CountDownLatch hold, int countMax) {
        return new EventQueue(
                (_, _) -> _ -> await(hold),
                limits(countMax),
                System::nanoTime,
                Thread.ofVirtual().factory(),
                EventQueueTest::fail);
    }

    private Outcome call(Invocation invocation) {
        calls.add(invocation.requestId());
        Outcome outcome = outcomes.poll();
        return outcome == null ? GOOD : outcome;
    }

    private static Outcome await(CountDownLatch hold) {
        try {
            hold.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return GOOD;
    }

    private static void fail(String what, Throwable cause) {
        throw new AssertionError(what, cause);
    }

    private static EventLimits limits(int countMax) {
        return new EventLimits(
                countMax,
                100,
                List.of(Duration.ofMillis(1), Duration.ofMillis(1)),
                Duration.ofHours(1),
                Duration.ofMillis(1));
    }

    private static Invocation event(String id, int bytes) {
        return new Invocation(id, "arn", Binary.of(new byte[bytes]));
    }
}
