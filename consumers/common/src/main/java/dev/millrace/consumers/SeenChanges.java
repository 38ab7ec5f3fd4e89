package dev.millrace.consumers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What consumers have seen of a table's changes. Safe for many threads.
public final class SeenChanges {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grew = lock.newCondition();
    private final Map<String, List<Integer>> roundsByKey = new HashMap<>();
    private final List<String> outOfOrder = new ArrayList<>();
    private int count;

    /// Notes that a consumer was given this change. Repetitions are allowed and not counted.
    public void see(String key, int round) {
        lock.lock();
        try {
            List<Integer> rounds = roundsByKey.computeIfAbsent(key, _ -> new ArrayList<>());
            if (round > rounds.size()) {
                outOfOrder.add(key + " in round " + round + " after " + rounds.size());
            } else if (round == rounds.size()) {
                rounds.add(round);
                count++;
                grew.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until so many different changes have been seen.
    ///
    /// @return false if the time is over before
    public boolean await(int changes, Duration time) throws InterruptedException {
        lock.lock();
        try {
            long nanos = time.toNanos();
            while (count < changes && nanos > 0) {
                nanos = grew.awaitNanos(nanos);
            }
            return count >= changes;
        } finally {
            lock.unlock();
        }
    }

    /// The changes that came before an older one of the same key; empty if all is well.
    public List<String> outOfOrder() {
        lock.lock();
        try {
            return List.copyOf(outOfOrder);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        lock.lock();
        try {
            return count + " changes " + new TreeMap<>(roundsByKey);
        } finally {
            lock.unlock();
        }
    }
}
