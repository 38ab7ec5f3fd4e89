package dev.millrace.triggers.run;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.event.Event;
import dev.millrace.triggers.function.FunctionTarget;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.window.WindowCall;

import org.jspecify.annotations.Nullable;

/// Calls of a mapping's function with records of one shard, each with a token of its own if the
/// mapping asks for exactly-once effects.
final class FunctionCalls {
    private final Surroundings surroundings;
    private final EventSourceMapping mapping;
    private final String functionArn;
    private final String shardId;
    private final Effects effects;

    FunctionCalls(
            Surroundings surroundings,
            EventSourceMapping mapping,
            String shardId,
            Effects effects) {
        this.surroundings = surroundings;
        this.mapping = mapping;
        this.functionArn = surroundings.names().functionArn(mapping.function());
        this.shardId = shardId;
        this.effects = effects;
    }

    /// What became of a call.
    ///
    /// @param effect the transaction that the function came back with; null if there was none
    record Ended(Outcome outcome, @Nullable Effect effect) {
        /// Whether the batch is done, at least as far as the answer says.
        boolean isDone() {
            return effect != null || outcome instanceof Outcome.Answered;
        }
    }

    /// The full name of the function.
    String functionArn() {
        return functionArn;
    }

    /// Calls the function with a batch of a lane.
    ///
    /// @param lanes how many the shard has
    Ended call(Batch batch, @Nullable WindowCall window, int lane, int lanes, String requestId) {
        FunctionTarget target =
                surroundings
                        .functions()
                        .find(mapping.function().name(), mapping.function().qualifier());
        if (target == null) {
            return new Ended(new Outcome.NotReady("Function does not exist"), null);
        }
        Binary event = Event.of(batch.entries(), window, mapping.eventSourceArn(), shardId);
        if (!mapping.isExactlyOnce()) {
            return new Ended(target.invoke(new Invocation(requestId, functionArn, event)), null);
        }
        String token = effects.grant(lane, lanes, batch);
        return callOnce(target, requestId, event, token);
    }

    // However the call ends, the token is good for nothing afterwards.
    private Ended callOnce(FunctionTarget target, String requestId, Binary event, String token) {
        String context = Effects.clientContext(token);
        Outcome outcome;
        try {
            outcome = target.invoke(new Invocation(requestId, functionArn, event, context));
        } catch (RuntimeException e) {
            effects.settle(token);
            throw e;
        }
        return new Ended(outcome, effects.settle(token));
    }
}
