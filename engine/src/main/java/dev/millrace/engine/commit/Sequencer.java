package dev.millrace.engine.commit;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.token.RequestTokens;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;

/// Puts the commands of one log in order and carries them out, one group after another.
///
/// One thread does it all. A group is what has queued up while the one before was made durable,
/// either item commands only or a single catalog command. If the log fails, every command of the
/// group fails, and so do all later ones: the state in memory may then differ from the one on disk,
/// and only a restart tells.
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
    private volatile @Nullable Throwable failure;

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
    /// @throws SequencerStoppedException if the log has failed or the sequencer is closed
    public <R> R submit(Command<R> command) {
        Submission<R> submission = new Submission<>(command);
        enqueue(submission);
        return submission.await();
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
        if (!open || failure != null) {
            throw new SequencerStoppedException(failure);
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
        if (failure != null) {
            fail(group, failure);
            return;
        }
        try {
            List<Commit> commits = evaluate(group);
            if (!commits.isEmpty()) {
                log.append(commits);
            }
            group.forEach(Submission::answer);
        } catch (RuntimeException e) {
            failure = e;
            fail(group, e);
        } catch (Error e) {
            failure = e;
            fail(group, e);
            throw e;
        }
    }

    private static void fail(List<Submission<?>> group, @Nullable Throwable cause) {
        group.forEach(submission -> submission.fail(new SequencerStoppedException(cause)));
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
        fail(left, failure);
    }
}
