package dev.millrace.triggers.run;

import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.failure.Backoff;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.poll.Page;
import dev.millrace.triggers.poll.Progress;
import dev.millrace.triggers.poll.ShardPoller;
import dev.millrace.triggers.poll.Step;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The way of one mapping through one shard, alive: starts what the poller decides, waits for what
/// becomes of it, and keeps the checkpoint.
///
/// Everything happens on the thread that calls [#run], but reads, invocations and reports, each of
/// which is a thread of its own and leaves one mail. At most one read and one step a lane are under
/// way, so the mailbox never fills up.
final class ShardLoop {
    private static final Duration LONGEST_READ = Duration.ofHours(1);
    private static final Duration SHORT_READ = Duration.ofSeconds(1);

    // A clock that is set rather than goes on is noticed within this time.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Surroundings surroundings;
    private final Deeds deeds;
    private final Checkpoints checkpoints;
    private final String shardId;
    private final ShardPoller poller;
    private final ShardReader reader;
    private final BlockingQueue<Mail> mailbox;
    private final String[] requestIds;
    private Progress saved;
    private @Nullable Thread reading;
    private int underWay;
    private boolean stopping;

    ShardLoop(
            Surroundings surroundings,
            MappingPlan plan,
            Deeds deeds,
            Checkpoints checkpoints,
            String shardId,
            String partitionKey,
            Progress start) {
        this.surroundings = surroundings;
        this.deeds = deeds;
        this.checkpoints = checkpoints;
        this.shardId = shardId;
        this.saved = start;
        this.poller =
                new ShardPoller(
                        plan.rules(),
                        start,
                        Backoff.of(surroundings.random()),
                        surroundings.clock().instant());
        this.reader =
                new ShardReader(
                        surroundings.operations(),
                        plan.mapping().eventSourceArn(),
                        shardId,
                        partitionKey,
                        plan.filter(),
                        surroundings.clock(),
                        start.readAfter());
        this.mailbox = new ArrayBlockingQueue<>(poller.lanes() + 3);
        this.requestIds = new String[poller.lanes()];
        for (int i = 0; i < requestIds.length; i++) {
            requestIds[i] = surroundings.newId();
        }
    }

    /// Goes on until the shard has ended, or until it is told to stop and nothing is under way.
    ///
    /// @throws InterruptedException if the thread is interrupted; what is under way is then left
    void run() throws InterruptedException {
        try {
            while (true) {
                Instant until = begin();
                save();
                if (saved.isEnded() || (stopping && underWay == 0)) {
                    return;
                }
                await(until);
            }
        } finally {
            stopReading();
        }
    }

    /// Lets what is under way end, and begins nothing new. Asked once, by any thread.
    void stop() {
        mailbox.add(new Mail.Stop());
    }

    // Begins all that can be begun; gives the moment at which there may be more.
    private Instant begin() {
        if (stopping) {
            return Instant.MAX;
        }
        Instant until = Instant.MAX;
        for (int lane = 0; lane < poller.lanes(); lane++) {
            Instant next = begin(lane, poller.next(lane, surroundings.clock().instant()));
            until = next.isBefore(until) ? next : until;
        }
        if (reading == null && poller.wantsRecords()) {
            Duration wait = longestWait();
            reading = start(() -> new Mail.Arrived(reader.read(wait)));
        }
        return until;
    }

    private Instant begin(int lane, Step step) {
        return switch (step) {
            case Step.Sleep(Instant until) -> until;
            case Step.Invoke invoke -> {
                underWay++;
                String requestId = surroundings.newId();
                requestIds[lane] = requestId;
                start(() ->
                        new Mail.Invoked(lane, invoke.batch(), deeds.invoke(invoke, requestId)));
                yield Instant.MAX;
            }
            case Step.Report report -> {
                underWay++;
                String requestId = requestIds[lane];
                start(() -> {
                    deeds.report(report, requestId);
                    return new Mail.Reported(lane);
                });
                yield Instant.MAX;
            }
        };
    }

    // Time alone can end a tumbling window, but only after a look whether it is empty.
    private Duration longestWait() {
        return poller.hasOpenWindow() || !poller.isIdle() ? SHORT_READ : LONGEST_READ;
    }

    private void save() {
        Progress progress = poller.progress();
        if (!progress.equals(saved)) {
            checkpoints.write(shardId, progress);
            saved = progress;
        }
    }

    private void await(Instant until) throws InterruptedException {
        Mail mail = until.equals(Instant.MAX) ? mailbox.take() : poll(until);
        while (mail != null) {
            open(mail);
            mail = mailbox.poll();
        }
    }

    private @Nullable Mail poll(Instant until) throws InterruptedException {
        Duration left = Duration.between(surroundings.clock().instant(), until);
        Duration wait = left.compareTo(LOOK_EVERY) < 0 ? left : LOOK_EVERY;
        return mailbox.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void open(Mail mail) {
        Instant now = surroundings.clock().instant();
        switch (mail) {
            case Mail.Arrived(Page page) -> {
                reading = null;
                poller.page(page, now);
            }
            case Mail.Invoked(int lane, Batch _, Outcome outcome) -> {
                underWay--;
                poller.ended(lane, outcome, now);
            }
            case Mail.Reported(int lane) -> {
                underWay--;
                poller.reported(lane);
            }
            case Mail.Broken(RuntimeException cause) ->
                    throw new IllegalStateException("a step of a trigger broke", cause);
            case Mail.Stop _ -> stopping = true;
        }
    }

    private Thread start(Supplier<Mail> work) {
        Thread thread = surroundings.threads().newThread(() -> mailbox.add(result(work)));
        thread.start();
        return thread;
    }

    private static Mail result(Supplier<Mail> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return new Mail.Broken(e);
        }
    }

    private void stopReading() {
        if (reading != null) {
            reading.interrupt();
        }
    }
}
