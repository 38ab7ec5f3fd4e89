package dev.millrace.triggers.run;

import static java.util.stream.Collectors.toSet;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.triggers.poll.Lineage;
import dev.millrace.triggers.poll.Progress;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// A mapping that is enabled: a loop for each shard that may be read, children after their parents.
final class MappingRunner {
    /// How long a shard is left alone after something broke that should not.
    static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final MappingPlan plan;
    private final MappingStatus status;
    private final Checkpoints checkpoints;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, ShardLoop> loops = new HashMap<>();
    private final Set<Thread> threads = new HashSet<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    MappingRunner(Surroundings surroundings, MappingPlan plan, MappingStatus status) {
        this.surroundings = surroundings;
        this.plan = plan;
        this.status = status;
        this.checkpoints = new Checkpoints(surroundings.operations(), plan.mapping().uuid());
    }

    /// Starts a loop for each shard that may be read and has none.
    void discover() {
        lock.lock();
        try {
            if (!isStopping()) {
                discoverLocked();
            }
        } catch (ApiException e) {
            status.problem(String.valueOf(e.getMessage()));
        } finally {
            lock.unlock();
        }
    }

    /// Lets what is under way end, and begins nothing new.
    void stop() {
        lock.lock();
        try {
            stopping.countDown();
            loops.values().forEach(ShardLoop::stop);
        } finally {
            lock.unlock();
        }
    }

    /// Waits, after [#stop], until nothing is under way any more.
    ///
    /// @return false if that took longer than `longest`; what is left is then interrupted
    boolean awaitEnd(Duration longest) throws InterruptedException {
        for (Thread thread : alive()) {
            if (!thread.join(longest)) {
                thread.interrupt();
                return false;
            }
        }
        return true;
    }

    private List<Thread> alive() {
        lock.lock();
        try {
            return List.copyOf(threads);
        } finally {
            lock.unlock();
        }
    }

    private void discoverLocked() {
        StreamShards stream =
                StreamShards.of(plan.mapping().eventSourceArn(), surroundings.operations());
        checkpoints.retain(
                stream.shards().stream().map(ShardDescription::shardId).collect(toSet()));
        Map<String, Progress> progress = checkpoints.read();
        for (ShardDescription shard : Lineage.ready(stream.shards(), progress)) {
            String shardId = shard.shardId();
            if (!loops.containsKey(shardId)) {
                Progress start = progress.getOrDefault(shardId, Progress.NONE);
                begin(shardId, loop(shardId, stream.partitionKey(), start));
            }
        }
    }

    private ShardLoop loop(String shardId, String partitionKey, Progress start) {
        Deeds deeds = new Deeds(surroundings, plan.mapping(), shardId, status);
        return new ShardLoop(surroundings, plan, deeds, checkpoints, shardId, partitionKey, start);
    }

    private void begin(String shardId, ShardLoop loop) {
        loops.put(shardId, loop);
        Thread thread = surroundings.threads().newThread(() -> go(shardId, loop));
        threads.add(thread);
        thread.start();
    }

    private void go(String shardId, ShardLoop loop) {
        try {
            loop.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            surroundings.failures().accept("a trigger broke at shard " + shardId, e);
            status.problem("internal error");
            pause();
        } finally {
            leave(shardId);
        }
        discover();
    }

    private void leave(String shardId) {
        lock.lock();
        try {
            loops.remove(shardId);
            threads.remove(Thread.currentThread());
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        try {
            stopping.await(PAUSE_AFTER_FAULT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
