package dev.millrace.triggers.run;

import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.function.Outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/// What has become of a mapping since the server started. Safe for many threads.
public final class MappingStatus {
    private static final String NOTHING = "No records processed";

    private final LongAdder invocations = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder notReached = new LongAdder();
    private final LongAdder discarded = new LongAdder();
    private final LongAdder undelivered = new LongAdder();
    private volatile String lastResult = NOTHING;
    private volatile Duration iteratorAge = Duration.ZERO;

    /// Figures of one mapping.
    ///
    /// @param invocations calls of the function, whatever became of them
    /// @param errors calls that failed in the function
    /// @param notReached calls that did not get to the function
    /// @param discarded records that were given up
    /// @param undelivered records of these whose destination did not take the report
    /// @param iteratorAge how old the last record of the last batch was when it was done
    public record Figures(
            long invocations,
            long errors,
            long notReached,
            long discarded,
            long undelivered,
            Duration iteratorAge) {}

    /// What became of the last batch, as `LastProcessingResult` has it.
    public String lastResult() {
        return lastResult;
    }

    /// The figures as they are now.
    public Figures figures() {
        return new Figures(
                invocations.sum(),
                errors.sum(),
                notReached.sum(),
                discarded.sum(),
                undelivered.sum(),
                iteratorAge);
    }

    void invoked(Batch batch, Outcome outcome, Instant now) {
        invocations.increment();
        switch (outcome) {
            case Outcome.Answered _ -> {
                lastResult = "OK";
                noteAge(batch, now);
            }
            case Outcome.Failed _ -> {
                errors.increment();
                lastResult = "PROBLEM: Function call failed";
            }
            case Outcome.NotReady(String reason) -> {
                notReached.increment();
                problem(reason);
            }
        }
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

    private void noteAge(Batch batch, Instant now) {
        if (batch.size() > 0) {
            Entry last = batch.entries().getLast();
            iteratorAge = Duration.between(last.created(), now);
        }
    }
}
