package dev.millrace.triggers.function.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class InstancePoolTest {
    private final List<Copy> started = new ArrayList<>();
    private final InstancePool pool = pool(2, Duration.ofHours(1));

    /// A copy that does nothing but to be usable or not.
    private static final class Copy implements Instance {
        private final AtomicBoolean usable = new AtomicBoolean(true);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public Outcome invoke(Invocation invocation) {
            throw new AssertionError("no test invokes it");
        }

        @Override
        public boolean isUsable() {
            return usable.get();
        }

        @Override
        public void close() {
            usable.set(false);
            closed.countDown();
        }

        boolean isClosed() {
            return closed.getCount() == 0;
        }
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void copyThatIsGivenBackIsLentAgain() throws InterruptedException {
        FunctionPlan f = plan("f", "r1", null);
        Instance first = pool.acquire(f, this::start);
        pool.release(f, first);

        assertThat(pool.acquire(f, this::start)).isSameAs(first);
    }

    @Test
    void copyThatIsLentIsNotLentTwice() throws InterruptedException {
        FunctionPlan f = plan("f", "r1", null);

        assertThat(pool.acquire(f, this::start)).isNotSameAs(pool.acquire(f, this::start));
    }

    @Test
    void copyThatIsOfNoUseIsClosedAndReplaced() throws InterruptedException {
        FunctionPlan f = plan("f", "r1", null);
        Instance first = pool.acquire(f, this::start);
        started.getFirst().usable.set(false);
        pool.release(f, first);

        assertThat(pool.acquire(f, this::start)).isNotSameAs(first);
        assertThat(started.getFirst().isClosed()).isTrue();
    }

    @Test
    void copyOfAnEarlierRevisionIsNotLent() throws InterruptedException {
        Instance first = pool.acquire(plan("f", "r1", null), this::start);
        pool.release(plan("f", "r1", null), first);

        assertThat(pool.acquire(plan("f", "r2", null), this::start)).isNotSameAs(first);
    }

    @Test
    void functionBeyondItsReservedConcurrencyIsRefusedAtOnce() throws InterruptedException {
        FunctionPlan f = plan("f", "r1", 1);
        pool.acquire(f, this::start);

        assertThatThrownBy(() -> pool.acquire(f, this::start))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        e ->
                                assertThat(e.reason())
                                        .isEqualTo(
                                                "ReservedFunctionConcurrentInvocationLimitExceeded"));
    }

    @Test
    void reservedConcurrencyOfNoneRefusesEverything() {
        assertThatThrownBy(() -> pool.acquire(plan("f", "r1", 0), this::start))
                .isInstanceOf(ThrottledException.class);
    }

    @Test
    void invocationBeyondTheLimitOfAllIsRefusedAfterAWhile() throws InterruptedException {
        pool.acquire(plan("f", "r1", null), this::start);
        pool.acquire(plan("f", "r1", null), this::start);

        assertThatThrownBy(() -> pool.acquire(plan("g", "r1", null), this::start))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        e -> assertThat(e.reason()).isEqualTo("ConcurrentInvocationLimitExceeded"));
    }

    @Test
    void idleCopyOfAnotherFunctionMakesRoom() throws InterruptedException {
        FunctionPlan f = plan("f", "r1", null);
        Instance idle = pool.acquire(f, this::start);
        pool.acquire(f, this::start);
        pool.release(f, idle);
        pool.acquire(plan("g", "r1", null), this::start);

        assertThat(started.getFirst().isClosed()).isTrue();
    }

    @Test
    void retiredFunctionLosesItsIdleCopies() throws InterruptedException {
        FunctionPlan f = plan("f", "r1", null);
        pool.release(f, pool.acquire(f, this::start));
        pool.retire("f");

        assertThat(started.getFirst().isClosed()).isTrue();
    }

    @Test
    void lentCopyOfARetiredFunctionEndsWhenItIsGivenBack() throws InterruptedException {
        FunctionPlan f = plan("f", "r1", null);
        Instance lent = pool.acquire(f, this::start);
        pool.retire("f");
        assertThat(started.getFirst().isClosed()).isFalse();
        pool.release(f, lent);

        assertThat(started.getFirst().isClosed()).isTrue();
    }

    @Test
    void copyThatIsIdleForTooLongIsEnded() throws InterruptedException {
        FunctionPlan f = plan("f", "r1", null);
        try (InstancePool impatient = pool(2, Duration.ofMillis(20))) {
            impatient.release(f, impatient.acquire(f, this::start));

            assertThat(started.getFirst().closed.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closingEndsAllCopies() throws InterruptedException {
        FunctionPlan f = plan("f", "r1", null);
        pool.acquire(f, this::start);
        pool.release(f, pool.acquire(f, this::start));
        pool.close();

        assertThat(started).allMatch(Copy::isClosed);
    }

    private static InstancePool pool(int instancesMax, Duration idleMax) {
        return new InstancePool(
                new PoolLimits(instancesMax, idleMax, Duration.ofMillis(20)),
                System::nanoTime,
                Thread.ofVirtual().factory());
    }

    private Instance start(FunctionPlan plan) {
        Copy copy = new Copy();
        started.add(copy);
        return copy;
    }

    private static FunctionPlan plan(String name, String revision, @Nullable Integer reserved) {
        return new FunctionPlan(
                name,
                revision,
                "provided",
                "",
                "role",
                Duration.ofSeconds(3),
                128,
                Map.of(),
                reserved);
    }
}
