package dev.millrace.testkit.schedule;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Virtual threads of which only one runs at a time, on the thread of the caller. Whenever it waits
/// for something, chance decides which of those goes on that can: the same chance gives the same
/// history.
///
/// The JDK lets virtual threads be run by any executor, but has no public way to name one; hence
/// `--add-opens java.base/java.lang=ALL-UNNAMED`. What waits for the time of the machine is woken
/// by the machine and not repeated exactly: simulated code must not.
public final class SeededThreads {
    private static final String BUILDER = "java.lang.ThreadBuilders$VirtualThreadBuilder";
    private static final int WAITS_MAX = 200;
    private static final long WAIT_MILLIS = 100;

    private final RandomGenerator random;
    private final List<Runnable> ready = new ArrayList<>();
    private final ThreadFactory factory;
    private long switches;

    /// Threads that follow `random`.
    public SeededThreads(RandomGenerator random) {
        this.random = random;
        this.factory = builder(this::add).factory();
    }

    /// Makes the threads.
    public ThreadFactory factory() {
        return factory;
    }

    /// How often a thread was let go on.
    public long switches() {
        return switches;
    }

    /// Does `work` on such a thread, and lets all others go on beside it, until it has ended.
    ///
    /// @return what `work` answers
    /// @throws AssertionError if `work` waits for something that never happens
    public <T> T run(Supplier<T> work) {
        Ended<T> ended = new Ended<>();
        Thread thread = factory.newThread(() -> ended.keep(work));
        thread.start();
        while (thread.getState() != Thread.State.TERMINATED) {
            next().run();
            switches++;
        }
        return ended.get();
    }

    private synchronized void add(Runnable runnable) {
        ready.add(runnable);
        notifyAll();
    }

    private synchronized Runnable next() {
        try {
            for (int waits = 0; ready.isEmpty() && waits < WAITS_MAX; waits++) {
                wait(WAIT_MILLIS);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
        if (ready.isEmpty()) {
            throw new AssertionError("every thread waits for another one");
        }
        return ready.remove(random.nextInt(ready.size()));
    }

    private static Thread.Builder.OfVirtual builder(Executor executor) {
        try {
            Constructor<?> constructor =
                    Class.forName(BUILDER).getDeclaredConstructor(Executor.class);
            constructor.setAccessible(true);
            return (Thread.Builder.OfVirtual) constructor.newInstance(executor);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this JDK does not let threads be scheduled", e);
        }
    }

    /// What became of the work.
    private static final class Ended<T> {
        private @Nullable T result;
        private @Nullable Throwable failure;

        void keep(Supplier<T> work) {
            try {
                result = work.get();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }

        T get() {
            switch (failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> {}
            }
            if (result == null) {
                throw new AssertionError("the work has not ended");
            }
            return result;
        }
    }
}
