package dev.millrace.triggers.run;

import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.deadletter.DeadLetter;
import dev.millrace.triggers.deadletter.DeadLetter.Replayed;
import dev.millrace.triggers.deadletter.DeadLetters;
import dev.millrace.triggers.failure.Judge;
import dev.millrace.triggers.failure.Verdict;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.mapping.LambdaErrors;
import dev.millrace.triggers.poll.LaneRange;

import org.jspecify.annotations.Nullable;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Sends what was given up to its function once more, when an operator asks for it, and remembers
/// what became of that. Safe for many threads.
final class Replays {
    private final Surroundings surroundings;
    private final DeadLetters letters;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Replays(Surroundings surroundings, DeadLetters letters) {
        this.surroundings = surroundings;
        this.letters = letters;
    }

    /// Calls the mapping's function with the records of the letter, and waits for what becomes of
    /// it.
    ///
    /// @return the letter with the result
    /// @throws ApiException if the letter cannot be replayed
    DeadLetter replay(EventSourceMapping mapping, DeadLetter letter) {
        String place = letter.mappingUuid() + "/" + letter.shardId() + "/" + letter.first();
        if (!underWay.add(place)) {
            throw LambdaErrors.invalid("The records are being replayed already.");
        }
        try {
            return replayAlone(mapping, letter);
        } finally {
            underWay.remove(place);
        }
    }

    private DeadLetter replayAlone(EventSourceMapping mapping, DeadLetter letter) {
        requireReplayable(mapping, letter);
        Effects effects = Effects.of(surroundings, letter);
        List<Effect> earlier = effects.settleAll();
        if (!earlier.isEmpty()) {
            // The server ended between the transaction of an earlier replay and this note of it.
            return keep(letter, Replayed.OK, earlier.getFirst());
        }
        Batch batch = Batch.of(new RangeReader(surroundings.operations()).read(letter));
        LaneRange range = letter.range();
        FunctionCalls.Ended ended =
                new FunctionCalls(surroundings, mapping, letter.shardId(), effects)
                        .call(batch, null, range.lane(), range.lanes(), surroundings.newId());
        return keep(letter, result(mapping, ended, batch), ended.effect());
    }

    private static void requireReplayable(EventSourceMapping mapping, DeadLetter letter) {
        if (mapping.settings().tumblingWindowInSeconds() > 0) {
            throw LambdaErrors.invalid(
                    "The records cannot be replayed: their tumbling window has ended.");
        }
        if (mapping.isExactlyOnce() && letter.isSettled()) {
            throw LambdaErrors.invalid(
                    "The records have been replayed already, and the mapping sends them only"
                            + " once.");
        }
    }

    private DeadLetter keep(DeadLetter letter, String result, @Nullable Effect effect) {
        DeadLetter replayed =
                letter.with(
                        new Replayed(
                                surroundings.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                                result));
        List<DocumentChange> together =
                effect == null
                        ? List.of()
                        : List.of(EffectDocument.removal(EffectDocument.REPLAY_KIND, effect));
        letters.keep(replayed, together);
        return replayed;
    }

    private static String result(
            EventSourceMapping mapping, FunctionCalls.Ended ended, Batch batch) {
        if (ended.effect() != null) {
            return Replayed.OK;
        }
        boolean reportsItemFailures = !mapping.settings().functionResponseTypes().isEmpty();
        return switch (new Judge(reportsItemFailures, false).of(ended.outcome(), batch)) {
            case Verdict.Succeeded _ -> Replayed.OK;
            case Verdict.FailedFrom(int index, _) ->
                    "PROBLEM: failed from " + batch.entries().get(index).sequenceNumber() + " on";
            case Verdict.Failed(FunctionError error) ->
                    "PROBLEM: Function call failed" + (error == null ? "" : ": " + error.message());
            case Verdict.NotReached(String reason) -> "PROBLEM: " + reason;
        };
    }
}
