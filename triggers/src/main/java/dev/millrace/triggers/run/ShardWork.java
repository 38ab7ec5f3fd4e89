package dev.millrace.triggers.run;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.failure.Backoff;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.poll.Page;
import dev.millrace.triggers.poll.Progress;
import dev.millrace.triggers.poll.ShardPoller;
import dev.millrace.triggers.poll.Step;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// The way of one mapping through one shard, without threads of its own: has started what the
/// poller decides, is told what becomes of it, and keeps the checkpoint. For one thread.
///
/// At most one read and one step a lane are under way, so there are never more than `lanes + 1`
/// mails to come.
final class ShardWork {
    private static final Duration LONGEST_READ = Duration.ofHours(1);
    private static final Duration SHORT_READ = Duration.ofSeconds(1);

    // What a transaction says in place of the function that may not have got to answer.
    private static final Outcome DONE = new Outcome.Answered(Binary.of(new byte[0]));

    private final Surroundings surroundings;
    private final Deeds deeds;
    private final Checkpoints checkpoints;
    private final Starter starter;
    private final String shardId;
    private final ShardPoller poller;
    private final ShardReader reader;
    private final List<Effect> effects;
    private final String[] requestIds;
    private final Progress start;
    private Progress saved;
    private @Nullable Runnable reading;
    private int underWay;
    private boolean stopping;

    /// Starts things that take their time.
    interface Starter {
        /// Has `work` done and its mail delivered, or what `broken` makes of an exception.
        ///
        /// @return interrupts the work
        Runnable start(Supplier<Mail> work, Function<RuntimeException, Mail> broken);
    }

    ShardWork(
            Surroundings surroundings,
            MappingPlan plan,
            Deeds deeds,
            Checkpoints checkpoints,
            ShardStart start,
            Starter starter) {
        this.surroundings = surroundings;
        this.deeds = deeds;
        this.checkpoints = checkpoints;
        this.starter = starter;
        this.shardId = start.shardId();
        this.start = start.progress();
        this.saved = start.progress();
        this.effects = new ArrayList<>(start.effects());
        this.poller =
                new ShardPoller(
                        plan.rules(),
                        start.progress(),
                        start.done(),
                        Backoff.of(surroundings.random()),
                        surroundings.clock().instant());
        this.reader = new ShardReader(surroundings, plan, start);
        this.requestIds = new String[poller.lanes()];
        for (int i = 0; i < requestIds.length; i++) {
            requestIds[i] = surroundings.newId();
        }
    }

    /// How many things can be under way at once.
    int underWayMax() {
        return poller.lanes() + 1;
    }

    /// Begins all that can be begun; gives the moment at which there may be more.
    Instant begin() {
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
            reading = starter.start(() -> new Mail.Arrived(reader.read(wait)), Mail.Unread::new);
        }
        return until;
    }

    /// Keeps how far the shard is done, if that has changed.
    void save() {
        Progress progress = poller.progress();
        if (progress.equals(saved)) {
            return;
        }
        List<Effect> passed =
                effects.stream().filter(effect -> effect.range().isPassedBy(progress)).toList();
        checkpoints.write(shardId, progress, passed);
        effects.removeAll(passed);
        saved = progress;
    }

    /// Whether the shard has ended, or it is to stop and nothing is under way.
    boolean isOver() {
        return saved.isEnded() || (stopping && underWay == 0);
    }

    /// Whether any checkpoint has been kept.
    boolean hasProgressed() {
        return !saved.equals(start);
    }

    /// Whether a function is being called, or a report is on its way.
    boolean hasStepsUnderWay() {
        return underWay > 0;
    }

    /// Takes note of a mail.
    ///
    /// @throws IllegalStateException if it tells of a fault of ours
    void open(Mail mail) {
        note(mail);
        Instant now = surroundings.clock().instant();
        switch (mail) {
            case Mail.Arrived(Page page) -> poller.page(page, now);
            case Mail.Invoked(int lane, Outcome outcome, Effect effect) ->
                    invoked(lane, outcome, effect, now);
            case Mail.Reported(int lane) -> poller.reported(lane);
            case Mail.Unread(RuntimeException cause) -> throw broken(cause);
            case Mail.Broken(RuntimeException cause) -> throw broken(cause);
            case Mail.Stop _ -> stopping = true;
        }
    }

    /// Takes note only of what has ended with this mail.
    void note(Mail mail) {
        switch (mail) {
            case Mail.Arrived _, Mail.Unread _ -> reading = null;
            case Mail.Invoked _, Mail.Reported _, Mail.Broken _ -> underWay--;
            case Mail.Stop _ -> {}
        }
    }

    /// Interrupts a read that is under way.
    void abandonRead() {
        if (reading != null) {
            reading.run();
        }
    }

    private void invoked(int lane, Outcome outcome, @Nullable Effect effect, Instant now) {
        int before = poller.bisections();
        if (effect == null) {
            poller.ended(lane, outcome, now);
        } else {
            effects.add(effect);
            poller.ended(lane, DONE, now);
        }
        deeds.bisected(poller.bisections() - before);
    }

    private static IllegalStateException broken(RuntimeException cause) {
        return new IllegalStateException("a step of a trigger broke", cause);
    }

    private Instant begin(int lane, Step step) {
        return switch (step) {
            case Step.Sleep(Instant until) -> until;
            case Step.Invoke invoke -> {
                underWay++;
                requestIds[lane] = surroundings.newId();
                invoke(lane, invoke, requestIds[lane]);
                yield Instant.MAX;
            }
            case Step.Report report -> {
                underWay++;
                report(lane, report, requestIds[lane]);
                yield Instant.MAX;
            }
        };
    }

    private void invoke(int lane, Step.Invoke step, String requestId) {
        starter.start(() -> deeds.invoke(step, lane, poller.lanes(), requestId), Mail.Broken::new);
    }

    private void report(int lane, Step.Report step, String requestId) {
        starter.start(() -> deeds.report(step, lane, poller.lanes(), requestId), Mail.Broken::new);
    }

    // Time alone can end a tumbling window, but only after a look whether it is empty.
    private Duration longestWait() {
        return poller.hasOpenWindow() || !poller.isIdle() ? SHORT_READ : LONGEST_READ;
    }
}
