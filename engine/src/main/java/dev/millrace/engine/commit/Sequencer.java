package dev.millrace.engine.commit;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.token.RequestTokens;
import dev.millrace.store.DamagedStoreException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Puts the commands of one log in order and carries them out, one group after another.
///
/// One thread does it all. A group is what has queued up while the one before was made durable,
/// either item commands only or a single catalog command; one with very large items is cut. How
/// much may wait is for the [CommandQueue] to say. If the log fails, every command of the group
/// fails, and so do all later ones until the log has recovered: whether the group is on disk is not
/// known before, and neither is what to evaluate the next one against.
public final class Sequencer implements AutoCloseable {
    /// The most commands in one group.
    public static final int GROUP_COMMANDS_MAX = 1_024;

    /// From this size of the items in its commits on, a group is cut in two.
    public static final long GROUP_BYTES_MAX = 8L << 20;

    private final CommitLog log;
    private final Catalog catalog;
    private final ItemRows rows;
    private final RequestTokens tokens;
    private final HybridClock clock;
    private final CommandQueue queue;
    private final LongSupplier nanoTime;
    private final boolean watchesTime;
    private final ThreadFactory threads;
    private final Submission<Boolean> stop =
            new Submission<>((CatalogCommand<Boolean>) _ -> Boolean.TRUE);
    private final Thread thread;
    private volatile boolean open = true;
    private volatile boolean stopped;
    private final LogHealth health = new LogHealth();
    private final LastWrites lastWrites = new LastWrites();
    // Held by whoever appends to the log or recovers it.
    private final ReentrantLock turn = new ReentrantLock();

    /// A sequencer that appends to `log`; its threads come from `threads`.
    ///
    /// @param bounds how much may wait
    /// @param nanoTime by which waiting is measured
    public Sequencer(
            CommitLog log,
            Catalog catalog,
            ItemRows rows,
            RequestTokens tokens,
            HybridClock clock,
            ThreadFactory threads,
            QueueBounds bounds,
            LongSupplier nanoTime) {
        this.log = log;
        this.catalog = catalog;
        this.rows = rows;
        this.tokens = tokens;
        this.clock = clock;
        this.queue = new CommandQueue(bounds, nanoTime);
        this.nanoTime = nanoTime;
        this.watchesTime = bounds.hasTime();
        this.threads = threads;
        this.thread = threads.newThread(this::run);
    }

    /// Begins to carry out commands.
    public void start() {
        thread.start();
        if (watchesTime) {
            threads.newThread(queue::watchTime).start();
        }
    }

    /// Carries out a command of a client, if there is room for it, and returns its answer once it
    /// is durable.
    ///
    /// @throws dev.millrace.model.error.ApiException as the command throws it; or
    ///   `ThrottlingException` if too much waits, and the command was not carried out
    /// @throws LogUnavailableException if the log takes no commits
    /// @throws SequencerStoppedException if the sequencer is closed
    public <R> R admit(Command<R> command) {
        return later(command, true).get();
    }

    /// Carries out a command of our own, which is never refused for want of room, and returns its
    /// answer once it is durable.
    ///
    /// @throws dev.millrace.model.error.ApiException as the command throws it
    /// @throws LogUnavailableException if the log takes no commits
    /// @throws SequencerStoppedException if the sequencer is closed
    public <R> R submit(Command<R> command) {
        return later(command, false).get();
    }

    /// A moment from which on a row that is read can be brought along with a command.
    public long moment() {
        return lastWrites.moment();
    }

    /// Puts a command in line, one of a client if there is room, whose answer is waited for later.
    public <R> Supplier<R> later(Command<R> command, boolean ofClient) {
        requireOpen();
        Submission<R> later = new Submission<>(command);
        if (ofClient) {
            queue.offer(later);
        } else {
            enqueue(later);
        }
        return () -> await(later);
    }

    /// What waits.
    public CommandQueue queue() {
        return queue;
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
            lastWrites.noteAnything();
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
            enqueue(stop);
            stop.awaitQuietly();
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new SequencerStoppedException(null);
        }
        if (!health.isWritable()) {
            throw new LogUnavailableException(null);
        }
    }

    private <R> R await(Submission<R> submission) {
        // The queue may have been drained between the check and the put; then nobody else answers.
        if (stopped) {
            failQueued();
        }
        return submission.await();
    }

    private void enqueue(Submission<?> submission) {
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
        try {
            return queue.take(GROUP_COMMANDS_MAX);
        } catch (InterruptedException _) {
            return new ArrayList<>(List.of(stop));
        }
    }

    private void carryOut(List<Submission<?>> group) {
        long began = nanoTime.getAsLong();
        turn.lock();
        try {
            int done = 0;
            while (done < group.size()) {
                List<Submission<?>> left = group.subList(done, group.size());
                done += health.isWritable() ? append(left) : refuse(left);
            }
        } finally {
            turn.unlock();
        }
        if (!group.isEmpty()) {
            queue.carriedOut(group.size(), nanoTime.getAsLong() - began);
        }
    }

    private static int refuse(List<Submission<?>> group) {
        fail(group, new LogUnavailableException(null));
        return group.size();
    }

    // Carries out the beginning of a group, as much of it as one batch can hold, and answers how
    // many commands that were.
    private int append(List<Submission<?>> group) {
        List<Submission<?>> batch = group;
        try {
            List<Commit> commits = new ArrayList<>(group.size());
            batch = group.subList(0, evaluate(group, commits));
            if (!commits.isEmpty()) {
                log.append(commits);
                lastWrites.note(commits);
            }
            batch.forEach(Submission::answer);
        } catch (NotAppendedException e) {
            fail(batch, e);
        } catch (RuntimeException e) {
            stopAppending(batch, e);
        } catch (Error e) {
            stopAppending(group, e);
            throw e;
        }
        return batch.size();
    }

    private void stopAppending(List<Submission<?>> group, Throwable cause) {
        health.change(LogFailures.state(cause));
        fail(group, new LogUnavailableException(cause));
    }

    private static void fail(List<Submission<?>> group, RuntimeException cause) {
        group.forEach(submission -> submission.fail(cause));
    }

    // Evaluates until the commits are as large as a batch may be, and answers how many commands
    // that took.
    private int evaluate(List<Submission<?>> group, List<Commit> commits) {
        ItemEvaluation items = new ItemEvaluation(catalog.state(), rows, tokens, clock, lastWrites);
        long bytes = 0;
        int count = 0;
        while (count < group.size() && bytes < GROUP_BYTES_MAX) {
            Commit commit = group.get(count++).evaluate(items, this::catalogEvaluation);
            if (commit != null) {
                commits.add(commit);
                bytes += commit.itemBytes();
            }
        }
        return count;
    }

    private CatalogEvaluation catalogEvaluation() {
        return new CatalogEvaluation(catalog.state(), clock.next());
    }

    private void failQueued() {
        fail(queue.close(), new SequencerStoppedException(null));
    }
}
