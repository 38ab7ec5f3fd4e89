package dev.millrace.triggers.run;

import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.deadletter.DeadLetters;

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
///
/// What breaks by a fault of ours rests for a while and is begun again where its checkpoint is,
/// later each time that it breaks without having come any further.
final class MappingRunner {
    // What rests when the shards cannot even be listed.
    private static final String STREAM = "the stream";

    private final Surroundings surroundings;
    private final MappingPlan plan;
    private final DeadLetters letters;
    private final MappingStatus status;
    private final Checkpoints checkpoints;
    private final ShardStarts starts;
    private final Rests rests;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, ShardLoop> loops = new HashMap<>();
    private final Set<Thread> threads = new HashSet<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    MappingRunner(
            Surroundings surroundings,
            MappingPlan plan,
            DeadLetters letters,
            MappingStatus status) {
        this.surroundings = surroundings;
        this.plan = plan;
        this.letters = letters;
        this.status = status;
        this.checkpoints = new Checkpoints(surroundings.operations(), plan.mapping().uuid());
        this.starts = new ShardStarts(surroundings, plan.mapping(), checkpoints);
        this.rests = new Rests(surroundings.random());
    }

    /// Starts a loop for each shard that may be read and has none; if that is not possible by a
    /// fault of ours, later.
    void discover() {
        lock.lock();
        try {
            if (!isStopping()) {
                discoverLocked();
                rests.wentOn(STREAM);
            }
        } catch (ApiException e) {
            status.problem(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            Duration pause = broke(STREAM, e);
            surroundings.threads().newThread(() -> discoverAfter(pause)).start();
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
    /// @return false if that took longer than `longest`; what is left is then interrupted, and
    ///   writes no checkpoint any more
    boolean awaitEnd(Duration longest) throws InterruptedException {
        boolean ended = true;
        for (Thread thread : alive()) {
            if (!thread.join(ended ? longest : Duration.ZERO)) {
                thread.interrupt();
                thread.join();
                ended = false;
            }
        }
        return ended;
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
        for (ShardStart start : starts.ready(loops.keySet())) {
            begin(start.shardId(), loop(start));
        }
    }

    private ShardLoop loop(ShardStart start) {
        String shardId = start.shardId();
        Effects effects = Effects.of(surroundings, plan.mapping().uuid(), shardId);
        Deeds deeds = new Deeds(surroundings, plan.mapping(), shardId, effects, letters, status);
        return new ShardLoop(surroundings, plan, deeds, checkpoints, start);
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
            if (loop.hasProgressed()) {
                rests.wentOn(shardId);
            }
            rest(shardId, broke(shardId, e));
        } finally {
            leave(shardId);
        }
        discover();
    }

    private void discoverAfter(Duration pause) {
        rest(STREAM, pause);
        discover();
    }

    private Duration broke(String what, RuntimeException cause) {
        surroundings.failures().accept("a trigger broke at " + what, cause);
        Duration pause = rests.next(what);
        status.rests(what, pause);
        return pause;
    }

    private void rest(String what, Duration pause) {
        try {
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            status.goesOn(what);
        }
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

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}
