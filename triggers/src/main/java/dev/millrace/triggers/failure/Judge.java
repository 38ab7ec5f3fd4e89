package dev.millrace.triggers.failure;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Judges outcomes by what a mapping has been told of its function's answers (lambda-esm reference,
/// sections 9 and 11).
///
/// @param reportsItemFailures whether an answer may name records that failed
/// @param keepsState whether an answer must hold the state of a tumbling window
public record Judge(boolean reportsItemFailures, boolean keepsState) {
    /// What the outcome means for `batch`.
    public Verdict of(Outcome outcome, Batch batch) {
        return switch (outcome) {
            case Outcome.Answered(Binary body) -> ofAnswer(body, batch);
            case Outcome.Failed(FunctionError error) -> new Verdict.Failed(error);
            case Outcome.NotReady(String reason) -> new Verdict.NotReached(reason);
        };
    }

    private Verdict ofAnswer(Binary body, Batch batch) {
        if (!reportsItemFailures && !keepsState) {
            return new Verdict.Succeeded(null);
        }
        Answer answer = Answer.parse(body);
        if (!answer.isJson()) {
            return new Verdict.Failed(null);
        }
        if (keepsState && answer.state() == null) {
            return new Verdict.Failed(null);
        }
        return reportsItemFailures
                ? ofItemFailures(answer, batch)
                : new Verdict.Succeeded(answer.state());
    }

    private static Verdict ofItemFailures(Answer answer, Batch batch) {
        if (answer.isMisshapen()) {
            return new Verdict.Failed(null);
        }
        if (answer.failedItems().isEmpty()) {
            return new Verdict.Succeeded(answer.state());
        }
        int lowest = batch.size();
        for (String identifier : answer.failedItems()) {
            int index = indexOf(identifier, batch.entries());
            if (index < 0) {
                return new Verdict.Failed(null);
            }
            lowest = Math.min(lowest, index);
        }
        return new Verdict.FailedFrom(lowest, answer.state());
    }

    private static int indexOf(@Nullable String identifier, List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).sequenceNumber().equals(identifier)) {
                return i;
            }
        }
        return -1;
    }
}
