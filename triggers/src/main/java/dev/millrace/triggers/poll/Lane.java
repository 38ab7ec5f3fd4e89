package dev.millrace.triggers.poll;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Backlog;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.failure.Backoff;
import dev.millrace.triggers.failure.Condition;
import dev.millrace.triggers.failure.Judge;
import dev.millrace.triggers.failure.Verdict;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.window.TumblingWindow;
import dev.millrace.triggers.window.WindowCall;
import dev.millrace.triggers.window.WindowState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A sequence of records that are sent in order, one batch at a time: all of a shard, or those of
/// some of its keys.
///
/// At most one step is under way. What is to be done comes from three places, in this order: the
/// batch that failed and the halves it was cut into, the last call of a window that is over, the
/// backlog. A batch leaves only when it succeeded or was reported as given up, and everything in
/// front of the first record that has not left is done.
final class Lane {
    private final PollRules rules;
    private final Backoff backoff;
    private final Backlog backlog;
    private final TumblingWindow window;
    private final Deque<Batch> unfinished = new ArrayDeque<>();
    private @Nullable WindowCall call;
    private Instant notBefore = Instant.MIN;
    private Instant readUpTo = Instant.MIN;
    private int notReached;
    private int bisections;
    private boolean underWay;

    Lane(PollRules rules, Backoff backoff, @Nullable WindowState open, Instant now) {
        this.rules = rules;
        this.backoff = backoff;
        this.window = new TumblingWindow(rules.tumbling(), open);
        this.backlog = new Backlog(rules.batches(), window::together, now);
    }

    void add(Entry entry, Instant now) {
        backlog.add(entry, now);
    }

    /// Says that every record that was committed before `now` has been added.
    void caughtUp(Instant now) {
        readUpTo = now;
    }

    void end() {
        backlog.end();
        readUpTo = Instant.MAX;
    }

    boolean isFull() {
        return backlog.isFull();
    }

    /// Whether nothing is left, and nothing will come.
    boolean isFinished() {
        return backlog.isDrained() && unfinished.isEmpty() && window.open() == null;
    }

    /// Whether nothing is left for now.
    boolean isIdle() {
        return unfinished.isEmpty() && backlog.first() == null;
    }

    /// How many batches have been halved.
    int bisections() {
        return bisections;
    }

    /// The window that is open; null if none is.
    @Nullable WindowState openWindow() {
        return window.open();
    }

    /// The first record that is not done; null if all that were added are.
    @Nullable Entry firstUnfinished() {
        for (Batch batch : unfinished) {
            if (batch.size() > 0) {
                return batch.entries().getFirst();
            }
        }
        return backlog.first();
    }

    /// Decides what to do at `now`. A step other than [Step.Sleep] is under way until its end is
    /// told.
    Step next(Instant now) {
        if (underWay) {
            return new Step.Sleep(Instant.MAX);
        }
        if (unfinished.isEmpty() && !begin(now)) {
            // The end of a tumbling window is no such moment: only a read can tell that it is over.
            return new Step.Sleep(backlog.readyAt());
        }
        Step step = step(unfinished.getFirst(), now);
        underWay = !(step instanceof Step.Sleep);
        return step;
    }

    /// Tells what became of the invocation.
    void ended(Outcome outcome, Instant now) {
        Batch batch = take();
        backlog.invocationEnded(now);
        switch (judge().of(outcome, batch)) {
            case Verdict.Succeeded(Binary state) -> succeeded(state);
            case Verdict.FailedFrom(int index, Binary state) -> {
                window.keep(state);
                failed(batch.from(index), null, now);
            }
            case Verdict.Failed(FunctionError error) -> failed(batch, error, now);
            case Verdict.NotReached _ -> {
                unfinished.addFirst(batch);
                notReached++;
                notBefore = now.plus(backoff.after(notReached));
            }
        }
    }

    /// Tells that the records have been reported.
    void reported() {
        Batch batch = take();
        window.endEarly();
        if (rules.failures().isExhausted(batch)) {
            settle();
        }
    }

    // Finds something to do; false if there is nothing yet.
    private boolean begin(Instant now) {
        if (window.isOver(backlog.first(), readUpTo)) {
            call = window.lastCall();
            unfinished.add(Batch.of(List.of()));
            return true;
        }
        List<Entry> entries = backlog.take(now);
        if (entries.isEmpty()) {
            return false;
        }
        call = window.callWith(entries.getFirst());
        unfinished.add(Batch.of(entries));
        return true;
    }

    private Step step(Batch batch, Instant now) {
        int aged = aged(batch, now);
        if (aged > 0) {
            replace(batch.from(aged));
            unfinished.addFirst(batch.before(aged));
            return new Step.Report(batch.before(aged), Condition.RECORD_AGE_EXCEEDED);
        }
        if (rules.failures().isExhausted(batch)) {
            return batch.size() > 0
                    ? new Step.Report(batch, Condition.RETRY_ATTEMPTS_EXHAUSTED)
                    : giveUpLastCall(now);
        }
        if (notBefore.isAfter(now)) {
            return new Step.Sleep(earlier(notBefore, agesAt(batch)));
        }
        return new Step.Invoke(batch, call());
    }

    // The last call of a window has no records that could be reported.
    private Step giveUpLastCall(Instant now) {
        unfinished.removeFirst();
        window.close();
        settle();
        return next(now);
    }

    // The state that a window's last call returns is of no interest.
    private Judge judge() {
        boolean isLast = call != null && call.isFinal();
        return isLast ? new Judge(rules.judge().reportsItemFailures(), false) : rules.judge();
    }

    // The open window's state may have changed since the batch was first sent.
    private @Nullable WindowCall call() {
        WindowState open = window.open();
        return call == null || open == null
                ? null
                : new WindowCall(open, call.isFinal(), call.isEarly());
    }

    private void succeeded(@Nullable Binary state) {
        settle();
        if (call != null && call.isFinal()) {
            window.close();
        } else {
            window.keep(state);
        }
    }

    private void failed(Batch batch, @Nullable FunctionError error, Instant now) {
        notReached = 0;
        if (error != null && rules.failures().isHalved(batch)) {
            bisections++;
            unfinished.addFirst(batch.secondHalf());
            unfinished.addFirst(batch.firstHalf());
            return;
        }
        Batch again = batch.failed(error);
        unfinished.addFirst(again);
        notBefore = now.plus(backoff.after(again.failures()));
    }

    private Batch take() {
        underWay = false;
        return unfinished.removeFirst();
    }

    private void replace(Batch rest) {
        unfinished.removeFirst();
        if (rest.size() > 0) {
            unfinished.addFirst(rest);
        }
    }

    private void settle() {
        notReached = 0;
        notBefore = Instant.MIN;
    }

    // How many of the first records are too old to be sent.
    private int aged(Batch batch, Instant now) {
        Duration ageMax = ageMax(batch);
        int count = 0;
        while (ageMax != null
                && count < batch.size()
                && batch.entries().get(count).isOlderThan(ageMax, now)) {
            count++;
        }
        return count;
    }

    private Instant agesAt(Batch batch) {
        Duration ageMax = ageMax(batch);
        return ageMax == null || batch.size() == 0
                ? Instant.MAX
                : batch.entries().getFirst().created().plus(ageMax).plusMillis(1);
    }

    private @Nullable Duration ageMax(Batch batch) {
        return rules.failures().ageMax(batch.failures() > 0 || notReached > 0);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
