package dev.millrace.triggers.run;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Binary;
import dev.millrace.triggers.destination.DeliveryException;
import dev.millrace.triggers.destination.FailureReport;
import dev.millrace.triggers.event.Event;
import dev.millrace.triggers.function.FunctionTarget;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.poll.Step;

/// What a shard's steps do to the world: calls of the function, reports to the destination.
final class Deeds {
    private final Surroundings surroundings;
    private final EventSourceMapping mapping;
    private final String functionArn;
    private final String shardId;
    private final MappingStatus status;

    Deeds(
            Surroundings surroundings,
            EventSourceMapping mapping,
            String shardId,
            MappingStatus status) {
        this.surroundings = surroundings;
        this.mapping = mapping;
        this.functionArn = surroundings.names().functionArn(mapping.function());
        this.shardId = shardId;
        this.status = status;
    }

    /// Calls the function with a batch.
    Outcome invoke(Step.Invoke step, String requestId) {
        Binary event =
                Event.of(step.batch().entries(), step.window(), mapping.eventSourceArn(), shardId);
        FunctionTarget target =
                surroundings
                        .functions()
                        .find(mapping.function().name(), mapping.function().qualifier());
        Outcome outcome =
                target == null
                        ? new Outcome.NotReady("Function does not exist")
                        : target.invoke(new Invocation(requestId, functionArn, event));
        status.invoked(step.batch(), outcome, surroundings.clock().instant());
        return outcome;
    }

    /// Reports what is given up. A destination that does not take the report loses it: the records
    /// go on all the same.
    void report(Step.Report step, String requestId) {
        status.discarded(step.batch());
        String destination = mapping.settings().destination();
        if (destination == null) {
            return;
        }
        try {
            surroundings.destinations().find(destination).deliver(failure(step, requestId));
        } catch (DeliveryException | ApiException e) {
            status.undelivered(step.batch());
            surroundings.failures().accept("a failure report was lost", e);
        }
    }

    private FailureReport failure(Step.Report step, String requestId) {
        return new FailureReport(
                requestId,
                functionArn,
                mapping.eventSourceArn(),
                shardId,
                mapping.uuid(),
                step.batch(),
                step.condition(),
                surroundings.clock().instant());
    }
}
