package dev.millrace.engine.operation;

import dev.millrace.engine.commit.ItemCommand;
import dev.millrace.engine.commit.ItemEvaluation;
import dev.millrace.engine.token.RequestToken;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The command behind TransactWriteItems: every action is evaluated against the state before the
/// transaction, then all of them take effect, or none.
///
/// @param use null if the request has no token
record TransactCommand(List<TransactStep> steps, @Nullable TokenUse use)
        implements ItemCommand<TransactCommand.Answer> {
    /// The token of a request, and the digest of what it asks.
    record TokenUse(String token, Binary digest) {}

    /// What became of the request.
    sealed interface Answer {}

    /// It was carried out.
    record CarriedOut(List<TransactStep.Effect> effects) implements Answer {}

    /// It had been carried out before, with the capacity units read by answering once more, by
    /// table.
    record Replayed(Map<String, Double> units) implements Answer {}

    @Override
    public Answer evaluate(ItemEvaluation items) {
        if (use == null) {
            return carryOut(items);
        }
        RequestToken known = items.token(use.token());
        return known == null ? carryOut(use, items) : replay(known, use);
    }

    private Answer carryOut(TokenUse once, ItemEvaluation items) {
        DocumentChange effect = items.effectOf(once.token());
        CarriedOut answer = carryOut(items);
        items.record(once.token(), once.digest(), replayUnits(answer.effects()));
        if (effect != null) {
            items.change(effect);
        }
        return answer;
    }

    private static Answer replay(RequestToken known, TokenUse use) {
        if (!known.digest().equals(use.digest())) {
            throw new ApiException(
                    ApiError.IDEMPOTENT_PARAMETER_MISMATCH,
                    "The request was retried with a different payload but with a client request"
                            + " token that was already used");
        }
        Map<String, Double> units = new LinkedHashMap<>();
        known.replayUnits().forEach((table, of) -> units.put(table, of.doubleValue()));
        return new Replayed(units);
    }

    private CarriedOut carryOut(ItemEvaluation items) {
        List<TransactStep.Effect> effects = effects(items);
        ItemChecks.requireTransactSize(
                effects.stream().mapToLong(TransactStep.Effect::sizeBytes).sum());
        effects.forEach(effect -> effect.apply(items));
        return new CarriedOut(effects);
    }

    private List<TransactStep.Effect> effects(ItemEvaluation items) {
        List<TransactStep.Effect> effects = new ArrayList<>(steps.size());
        List<CancellationReason> reasons = new ArrayList<>(steps.size());
        for (TransactStep step : steps) {
            TransactStep.Outcome outcome = step.evaluate(items);
            reasons.add(outcome.reason());
            if (outcome instanceof TransactStep.Effect effect) {
                effects.add(effect);
            }
        }
        if (effects.size() < steps.size()) {
            throw new TransactionCanceledException(reasons);
        }
        return effects;
    }

    private static Map<String, Long> replayUnits(List<TransactStep.Effect> effects) {
        Map<String, Long> units = new LinkedHashMap<>();
        for (TransactStep.Effect effect : effects) {
            units.merge(effect.table().name(), (long) effect.replayUnits(), Long::sum);
        }
        return units;
    }
}
