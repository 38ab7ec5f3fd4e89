package dev.millrace.engine.commit;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.token.RequestTokens;
import dev.millrace.store.DamagedStoreException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;

/// Puts the commands of one log in order and carries them out, one group after another.
///
/// One thread does it all. A group is what has queued up while the one before was made durable,
/// either item commands only or a single catalog command. If the log fails, every command of the
/// group fails, and so do all later ones until the log has recovered: whether the group is on disk
/// is not known before, and neither is what to evaluate the next one against.
public final class Sequencer implements AutoCloseable {
    /// The most commands in one group.
    public static final int GROUP_COMMANDS_MAX = 1_024;

    /// The most commands that wait; further callers wait for room.
    public static final int QUEUE_COMMANDS_MAX = 8_192;

    private final CommitLog log;
    private final Catalog catalog;
    private final ItemRows rows;
    private final RequestTokens tokens;
    private final HybridClock clock;
    private final BlockingQueue<Submission<?>> queue = new ArrayBlockingQueue<>(QUEUE_COMMANDS_MAX);
    private final Submission<Boolean> stop =
            new Submission<>((CatalogCommand<Boolean>) _ -> Boolean.TRUE);
    private final Thread thread;
    private volatile boolean open = true;
    private volatile boolean stopped;
    private final LogHealth health = new LogHealth();
    // Held by whoever appends to the log or recovers it.
    private final ReentrantLock turn = new ReentrantLock();

    /// A sequencer that appends to `log`; its thread comes from `threads`.
    public Sequencer(
            CommitLog log,
            Catalog catalog,
            ItemRows rows,
            RequestTokens tokens,
            HybridClock clock,
            ThreadFactory threads) {
        this.log = log;
        this.catalog = catalog;
        this.rows = rows;
        this.tokens = tokens;
        this.clock = clock;
        this.thread = threads.newThread(this::run);
    }

    /// Begins to carry out commands.
    public void start() {
        thread.start();
    }

    /// Carries out a command and returns its answer once it is durable.
    ///
    /// @throws dev.millrace.model.error.ApiException as the command throws it
    /// @throws LogUnavailableException if the log takes no commits
    /// @throws SequencerStoppedException if the sequencer is closed
    public <R> R submit(Command<R> command) {
        Submission<R> submission = new Submission<>(command);
        enqueue(submission);
        return submission.await();
    }

    /// Whether the log takes commits.
    public LogHealth health() {
        return health;
    }

    /// Whether damage was found in what is stored.
    boolean isDamaged() {
        return log.damage() != null;
    }

    /// Takes no more commands if damage was found in what is stored.
    void stopForDamage() {
        DamagedStoreException damage = log.damage();
        if (damage != null) {
            health.change(LogFailures.state(damage));
        }
    }

    /// Tries once whether a log that failed takes commits again.
    void recover() {
        turn.lock();
        try {
            log.recover();
            health.change(new LogState.Writable());
        } catch (RuntimeException e) {
            health.change(LogFailures.state(e));
        } finally {
            turn.unlock();
        }
    }

    /// Carries out what is queued, then stops.
    @Override
    public void close() {
        if (open) {
            open = false;
            enqueueUnchecked(stop);
            stop.awaitQuietly();
        }
    }

    private void enqueue(Submission<?> submission) {
        if (!open) {
            throw new SequencerStoppedException(null);
        }
        if (!health.isWritable()) {
            throw new LogUnavailableException(null);
        }
        enqueueUnchecked(submission);
        // The sequencer may have drained its queue between the check and the put; then nobody else
        // answers.
        if (stopped) {
            failQueued();
        }
    }

    private void enqueueUnchecked(Submission<?> submission) {
        try {
            queue.put(submission);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SequencerStoppedException(e);
        }
    }

    private void run() {
        try {
            boolean running = true;
            while (running) {
                List<Submission<?>> group = nextGroup();
                running = !group.remove(stop);
                carryOut(group);
            }
        } finally {
            open = false;
            stopped = true;
            failQueued();
            stop.answer(true);
        }
    }

    private List<Submission<?>> nextGroup() {
        List<Submission<?>> group = new ArrayList<>();
        try {
            Submission<?> first = queue.take();
            group.add(first);
            if (first.isOfItems()) {
                gatherItemCommands(group);
            }
        } catch (InterruptedException e) {
            group.add(stop);
        }
        return group;
    }

    private void gatherItemCommands(List<Submission<?>> group) {
        Submission<?> next = queue.peek();
        while (next != null && next.isOfItems() && group.size() < GROUP_COMMANDS_MAX) {
            group.add(queue.remove());
            next = queue.peek();
        }
    }

    private void carryOut(List<Submission<?>> group) {
        turn.lock();
        try {
            if (health.isWritable()) {
                append(group);
            } else {
                fail(group, new LogUnavailableException(null));
            }
        } finally {
            turn.unlock();
        }
    }

    private void append(List<Submission<?>> group) {
        try {
            List<Commit> commits = evaluate(group);
            if (!commits.isEmpty()) {
                log.append(commits);
            }
            group.forEach(Submission::answer);
        } catch (NotAppendedException e) {
            fail(group, e);
        } catch (RuntimeException e) {
            stopAppending(group, e);
        } catch (Error e) {
            stopAppending(group, e);
            throw e;
        }
    }

    private void stopAppending(List<Submission<?>> group, Throwable cause) {
        health.change(LogFailures.state(cause));
        fail(group, new LogUnavailableException(cause));
    }

    private static void fail(List<Submission<?>> group, RuntimeException cause) {
        group.forEach(submission -> submission.fail(cause));
    }

    private List<Commit> evaluate(List<Submission<?>> group) {
        ItemEvaluation items = new ItemEvaluation(catalog.state(), rows, tokens, clock);
        List<Commit> commits = new ArrayList<>(group.size());
        for (Submission<?> submission : group) {
            Commit commit = submission.evaluate(items, this::catalogEvaluation);
            if (commit != null) {
                commits.add(commit);
            }
        }
        return commits;
    }

    private CatalogEvaluation catalogEvaluation() {
        return new CatalogEvaluation(catalog.state(), clock.next());
    }

    private void failQueued() {
        List<Submission<?>> left = new ArrayList<>();
        queue.drainTo(left);
        fail(left, new SequencerStoppedException(null));
    }
}
