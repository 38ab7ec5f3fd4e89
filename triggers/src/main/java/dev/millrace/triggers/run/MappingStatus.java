package dev.millrace.triggers.run;

import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.function.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What has become of a mapping since the server started. Safe for many threads.
public final class MappingStatus {
    private static final String NOTHING = "No records processed";

    private final LongAdder invocations = new LongAdder();
    private final LongAdder records = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder notReached = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder bisections = new LongAdder();
    private final LongAdder discarded = new LongAdder();
    private final LongAdder undelivered = new LongAdder();
    private final LongAdder faults = new LongAdder();
    private final Set<String> resting = ConcurrentHashMap.newKeySet();
    private volatile String lastResult = NOTHING;
    private volatile Duration iteratorAge = Duration.ZERO;

    /// Figures of one mapping.
    ///
    /// @param invocations calls of the function, whatever became of them
    /// @param records how many were in batches that were done
    /// @param errors calls that failed in the function
    /// @param notReached calls that did not get to the function
    /// @param retries calls with a batch that had failed before
    /// @param bisections batches that were halved
    /// @param discarded records that were given up
    /// @param undelivered records of these whose destination did not take the report
    /// @param faults how often the way through a shard broke by a fault of ours
    /// @param resting shards that wait to be begun again after that
    /// @param iteratorAge how old the last record of the last batch was when it was done
    public record Figures(
            long invocations,
            long records,
            long errors,
            long notReached,
            long retries,
            long bisections,
            long discarded,
            long undelivered,
            long faults,
            int resting,
            Duration iteratorAge) {}

    /// What became of the last batch, as `LastProcessingResult` has it.
    public String lastResult() {
        return lastResult;
    }

    /// The figures as they are now.
    public Figures figures() {
        return new Figures(
                invocations.sum(),
                records.sum(),
                errors.sum(),
                notReached.sum(),
                retries.sum(),
                bisections.sum(),
                discarded.sum(),
                undelivered.sum(),
                faults.sum(),
                resting.size(),
                iteratorAge);
    }

    void invoked(Batch batch, FunctionCalls.Ended ended, Instant now) {
        if (batch.failures() > 0) {
            retries.increment();
        }
        if (ended.isDone()) {
            records.add(batch.size());
            noteAge(batch, now);
        }
        switch (ended.outcome()) {
            case Outcome.Answered _ -> lastResult = "OK";
            case Outcome.Failed _ -> {
                errors.increment();
                lastResult = "PROBLEM: Function call failed";
            }
            case Outcome.NotReady(String reason) -> {
                notReached.increment();
                problem(reason);
            }
        }
        // The last of all, so that who has seen the call also sees what became of it.
        invocations.increment();
    }

    void bisected(int count) {
        bisections.add(count);
    }

    void discarded(Batch batch) {
        discarded.add(batch.size());
    }

    void undelivered(Batch batch) {
        undelivered.add(batch.size());
    }

    void problem(String what) {
        lastResult = "PROBLEM: " + what;
    }

    /// A fault of ours keeps something from going on.
    ///
    /// @param what a shard, or the stream as a whole
    void rests(String what, Duration pause) {
        faults.increment();
        resting.add(what);
        problem("internal error at " + what + ", begun again in " + pause.toSeconds() + " s");
    }

    /// What rested is begun again.
    void goesOn(String what) {
        resting.remove(what);
    }

    private void noteAge(Batch batch, Instant now) {
        if (batch.size() > 0) {
            Entry last = batch.entries().getLast();
            iteratorAge = Duration.between(last.created(), now);
        }
    }
}
