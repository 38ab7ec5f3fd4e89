package dev.millrace.triggers.run;

import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.deadletter.DeadLetter;
import dev.millrace.triggers.deadletter.DeadLetters;
import dev.millrace.triggers.destination.DeliveryException;
import dev.millrace.triggers.destination.FailureReport;
import dev.millrace.triggers.failure.Condition;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.poll.LaneRange;
import dev.millrace.triggers.poll.Step;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What a shard's steps do to the world: calls of the function, reports of what is given up.
final class Deeds {
    private static final int ERROR_CHARS_MAX = 1_000;

    private final Surroundings surroundings;
    private final EventSourceMapping mapping;
    private final String shardId;
    private final FunctionCalls calls;
    private final DeadLetters letters;
    private final MappingStatus status;

    Deeds(
            Surroundings surroundings,
            EventSourceMapping mapping,
            String shardId,
            Effects effects,
            DeadLetters letters,
            MappingStatus status) {
        this.surroundings = surroundings;
        this.mapping = mapping;
        this.shardId = shardId;
        this.calls = new FunctionCalls(surroundings, mapping, shardId, effects);
        this.letters = letters;
        this.status = status;
    }

    /// Calls the function with a batch of a lane.
    ///
    /// @param lanes how many the shard has
    Mail.Invoked invoke(Step.Invoke step, int lane, int lanes, String requestId) {
        FunctionCalls.Ended ended = calls.call(step.batch(), step.window(), lane, lanes, requestId);
        status.invoked(step.batch(), ended, surroundings.clock().instant());
        return new Mail.Invoked(lane, ended.outcome(), ended.effect());
    }

    /// Takes note that so many batches were halved.
    void bisected(int count) {
        status.bisected(count);
    }

    /// Reports what a lane gives up, and remembers it. A destination that does not take the report
    /// loses it: the records go on all the same.
    Mail.Reported report(Step.Report step, int lane, int lanes, String requestId) {
        String destination = mapping.settings().destination();
        Instant moment = surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        boolean delivered =
                destination != null && deliver(destination, failure(step, requestId, moment));
        status.discarded(step.batch());
        letters.keep(letter(step, lane, lanes, moment, delivered));
        return new Mail.Reported(lane);
    }

    private boolean deliver(String destination, FailureReport report) {
        try {
            surroundings.destinations().find(destination).deliver(report);
            return true;
        } catch (DeliveryException | ApiException e) {
            status.undelivered(report.batch());
            surroundings.failures().accept("a failure report was lost", e);
            return false;
        }
    }

    private FailureReport failure(Step.Report step, String requestId, Instant moment) {
        return new FailureReport(
                requestId,
                calls.functionArn(),
                mapping.eventSourceArn(),
                shardId,
                mapping.uuid(),
                step.batch(),
                step.condition(),
                moment);
    }

    private DeadLetter letter(
            Step.Report step, int lane, int lanes, Instant moment, boolean delivered) {
        Batch batch = step.batch();
        Entry first = batch.entries().getFirst();
        Entry last = batch.entries().getLast();
        return new DeadLetter(
                mapping.uuid(),
                mapping.eventSourceArn(),
                shardId,
                new LaneRange(lane, lanes, first.sequenceNumber(), last.sequenceNumber()),
                mapping.settings().filters(),
                batch.size(),
                first.created(),
                last.created(),
                givenUp(batch, step.condition(), moment, delivered),
                null);
    }

    private DeadLetter.GivenUp givenUp(
            Batch batch, Condition condition, Instant moment, boolean delivered) {
        return new DeadLetter.GivenUp(
                moment,
                condition.text(),
                batch.failures(),
                message(batch.lastError()),
                mapping.settings().destination(),
                delivered);
    }

    private static @Nullable String message(@Nullable FunctionError error) {
        if (error == null) {
            return null;
        }
        String message = error.message();
        return message.substring(0, Math.min(message.length(), ERROR_CHARS_MAX));
    }
}
