package dev.millrace.triggers.function.instance;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// All running copies of functions. Safe for many threads.
///
/// A copy is either lent to one invocation or idle. An invocation takes the idle copy that was used
/// last; without one a new copy is started, and if there are as many as there may be, the longest
/// idle copy of another function makes room. With nothing idle the invocation waits, and is refused
/// after a while. A function with reserved concurrency is refused at once beyond it, as on Lambda.
/// Copies of an older revision never come back. Nothing is started or ended under the lock.
public final class InstancePool implements AutoCloseable {
    private final PoolLimits limits;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition ending = lock.newCondition();
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final Map<Instance, FunctionPlan> lent = new HashMap<>();
    private final Map<String, Integer> busy = new HashMap<>();
    private int alive;
    private boolean closed;

    /// @param threads makes the thread that ends copies that are idle for too long
    public InstancePool(PoolLimits limits, LongSupplier nanoTime, ThreadFactory threads) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        threads.newThread(this::endIdle).start();
    }

    private record Idle(FunctionPlan plan, Instance instance, long sinceNanos) {}

    /// Lends a copy of a function; [#release] takes it back.
    ///
    /// @throws ThrottledException if there are too many
    Instance acquire(FunctionPlan plan, InstanceStarter starter) throws InterruptedException {
        List<Instance> evicted = new ArrayList<>(1);
        Instance found = reserve(plan, evicted);
        evicted.forEach(Instance::close);
        if (found != null) {
            return found;
        }
        try {
            return lend(plan, starter.start(plan));
        } catch (RuntimeException | Error e) {
            giveUp(plan);
            throw e;
        }
    }

    // An idle copy, or null and the right to start one.
    private @Nullable Instance reserve(FunctionPlan plan, List<Instance> evicted)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            requireBelowReserved(plan);
            long left = limits.waitMax().toNanos();
            while (true) {
                requireOpen();
                Instance instance = takeIdle(plan);
                if (instance != null) {
                    lent.put(instance, plan);
                } else if (!hasRoom(evicted)) {
                    requireTime(left);
                    left = changed.awaitNanos(left);
                    continue;
                } else {
                    alive++;
                }
                busy.merge(plan.name(), 1, Integer::sum);
                return instance;
            }
        } finally {
            lock.unlock();
        }
    }

    private void requireBelowReserved(FunctionPlan plan) {
        Integer reserved = plan.reservedConcurrency();
        if (reserved != null && busy.getOrDefault(plan.name(), 0) >= reserved) {
            throw ThrottledException.reserved();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw ThrottledException.concurrent();
        }
    }

    private static void requireTime(long leftNanos) {
        if (leftNanos <= 0) {
            throw ThrottledException.concurrent();
        }
    }

    private @Nullable Instance takeIdle(FunctionPlan plan) {
        var latestFirst = idle.descendingIterator();
        while (latestFirst.hasNext()) {
            Idle next = latestFirst.next();
            if (isSame(next.plan(), plan) && next.instance().isUsable()) {
                latestFirst.remove();
                return next.instance();
            }
        }
        return null;
    }

    private boolean hasRoom(List<Instance> evicted) {
        if (alive < limits.instancesMax()) {
            return true;
        }
        Idle oldest = idle.pollFirst();
        if (oldest == null) {
            return false;
        }
        alive--;
        evicted.add(oldest.instance());
        return true;
    }

    private Instance lend(FunctionPlan plan, Instance instance) {
        lock.lock();
        try {
            lent.put(instance, plan);
            return instance;
        } finally {
            lock.unlock();
        }
    }

    private void giveUp(FunctionPlan plan) {
        lock.lock();
        try {
            alive--;
            noLongerBusy(plan);
        } finally {
            lock.unlock();
        }
    }

    /// Takes a copy back. It is kept for the next invocation if it can take one.
    void release(FunctionPlan plan, Instance instance) {
        boolean kept;
        lock.lock();
        try {
            // What was retired meanwhile is no longer on the list.
            kept = lent.remove(instance) != null && !closed && instance.isUsable();
            if (kept) {
                idle.addLast(new Idle(plan, instance, nanoTime.getAsLong()));
            } else {
                alive--;
            }
            noLongerBusy(plan);
        } finally {
            lock.unlock();
        }
        if (!kept) {
            instance.close();
        }
    }

    private void noLongerBusy(FunctionPlan plan) {
        busy.computeIfPresent(plan.name(), (_, count) -> count > 1 ? count - 1 : null);
        changed.signalAll();
    }

    /// Ends the idle copies of a function; those that are lent end with their invocation.
    public void retire(String name) {
        List<Instance> ended = new ArrayList<>();
        lock.lock();
        try {
            takeIdleIf(entry -> entry.plan().name().equals(name), ended);
            lent.values().removeIf(plan -> plan.name().equals(name));
        } finally {
            lock.unlock();
        }
        ended.forEach(Instance::close);
    }

    /// The number of copies that there are.
    public int size() {
        lock.lock();
        try {
            return alive;
        } finally {
            lock.unlock();
        }
    }

    /// Ends all copies, also those that are lent. No more are lent from then on.
    @Override
    public void close() {
        List<Instance> ended = new ArrayList<>();
        lock.lock();
        try {
            closed = true;
            takeIdleIf(_ -> true, ended);
            ended.addAll(lent.keySet());
            ending.signalAll();
        } finally {
            lock.unlock();
        }
        ended.forEach(Instance::close);
    }

    private void takeIdleIf(Predicate<Idle> filter, List<Instance> taken) {
        idle.removeIf(entry -> {
            boolean goes = filter.test(entry);
            if (goes) {
                alive--;
                taken.add(entry.instance());
            }
            return goes;
        });
        changed.signalAll();
    }

    private void endIdle() {
        try {
            while (true) {
                List<Instance> ended = awaitIdle();
                if (ended == null) {
                    return;
                }
                ended.forEach(Instance::close);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    // Those that have been idle for too long, once there may be some; null when all is over.
    private @Nullable List<Instance> awaitIdle() throws InterruptedException {
        List<Instance> ended = new ArrayList<>();
        lock.lock();
        try {
            while (!closed) {
                long late = nanoTime.getAsLong() - limits.idleMax().toNanos();
                takeIdleIf(
                        entry -> entry.sinceNanos() - late <= 0 || !entry.instance().isUsable(),
                        ended);
                if (!ended.isEmpty()) {
                    return ended;
                }
                Idle oldest = idle.peekFirst();
                ending.awaitNanos(
                        oldest == null ? limits.idleMax().toNanos() : oldest.sinceNanos() - late);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private static boolean isSame(FunctionPlan one, FunctionPlan other) {
        return one.name().equals(other.name()) && one.revision().equals(other.revision());
    }
}
