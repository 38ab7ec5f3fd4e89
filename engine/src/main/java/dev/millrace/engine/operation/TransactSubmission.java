package dev.millrace.engine.operation;

import dev.millrace.engine.insight.Contributors;
import dev.millrace.engine.item.TableUnits;
import dev.millrace.engine.item.TransactCapacity;
import dev.millrace.engine.throttle.Arm;
import dev.millrace.engine.throttle.Demand;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.ConsumedCapacity;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Carries out transactions that write, however their actions were written: takes the capacity,
/// submits the command, and tells what it cost.
record TransactSubmission(ItemAccess access, TokensUnderWay tokens) {
    /// Carries out the command, during which its token counts as under way.
    ///
    /// @param token null if there is none
    /// @throws dev.millrace.model.error.ApiException if it is refused or cancelled
    TransactCommand.Answer submit(TransactCommand command, @Nullable String token) {
        return tokens.during(token, () -> carryOut(command));
    }

    private TransactCommand.Answer carryOut(TransactCommand command) {
        TransactCommand.Answer answer =
                access.isThrottled() ? throttled(command) : access.submit(command);
        if (answer instanceof TransactCommand.CarriedOut(var effects)) {
            effects.forEach(this::tell);
        }
        return answer;
    }

    private void tell(TransactStep.Effect effect) {
        if (Contributors.watches(effect.table())) {
            access.contributors()
                    .wrote(
                            effect.table(),
                            effect.step().key(),
                            effect.before(),
                            effect.after(),
                            effect.writeUnits());
        }
    }

    /// What to answer about the capacity; empty if it was not asked for.
    static List<ConsumedCapacity> capacity(
            ReturnConsumedCapacity wanted, TransactCommand.Answer answer) {
        return switch (answer) {
            case TransactCommand.CarriedOut(var effects) -> capacity(wanted, effects);
            case TransactCommand.Replayed(var units) -> TransactCapacity.reads(wanted, units);
        };
    }

    private static List<ConsumedCapacity> capacity(
            ReturnConsumedCapacity wanted, List<TransactStep.Effect> effects) {
        if (wanted == ReturnConsumedCapacity.NONE) {
            return List.of();
        }
        Map<String, TableUnits> units = new LinkedHashMap<>();
        effects.forEach(effect ->
                units.merge(effect.table().name(), effect.writeUnits(), TableUnits::plus));
        return TransactCapacity.writes(wanted, units);
    }

    private TransactCommand.Answer throttled(TransactCommand command) {
        TransactThrottle throttle = new TransactThrottle(access.throttle(), Arm.WRITE);
        command.steps().forEach(step -> take(step, throttle));
        throttle.requireAll();
        TransactCommand.Answer answer = access.submit(command);
        throttle.settle(cost(answer));
        return answer;
    }

    private void take(TransactStep step, TransactThrottle throttle) {
        if (!throttle.take(step.estimate(access.rows()), reason(step))
                && step instanceof TransactStep.Ready ready
                && Contributors.watches(ready.seen())) {
            access.contributors().throttled(ready.seen(), ready.key());
        }
    }

    // Nothing if the transaction had been carried out before.
    private static Demand cost(TransactCommand.Answer answer) {
        Demand cost = Demand.none(Arm.WRITE);
        if (answer instanceof TransactCommand.CarriedOut(var effects)) {
            for (TransactStep.Effect effect : effects) {
                cost = cost.plus(Demand.writes(effect.table(), effect.writeUnits()));
            }
        }
        return cost;
    }

    private static CancellationReason reason(TransactStep step) {
        return step instanceof TransactStep.Misfit misfit
                ? misfit.reason()
                : new CancellationReason.None();
    }
}
