package dev.millrace.triggers.run;

import dev.millrace.triggers.batch.BatchRules;
import dev.millrace.triggers.failure.FailureRules;
import dev.millrace.triggers.failure.Judge;
import dev.millrace.triggers.filter.RecordFilter;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.mapping.MappingSettings;
import dev.millrace.triggers.poll.PollRules;
import dev.millrace.triggers.window.WindowState;

import java.time.Duration;

/// A mapping made ready to be run: its settings as the rules that they stand for.
record MappingPlan(EventSourceMapping mapping, PollRules rules, RecordFilter filter) {
    static MappingPlan of(EventSourceMapping mapping) {
        MappingSettings settings = mapping.settings();
        return new MappingPlan(mapping, rules(settings), RecordFilter.of(settings.filters()));
    }

    private static PollRules rules(MappingSettings settings) {
        boolean tumbles = settings.tumblingWindowInSeconds() > 0;
        return new PollRules(
                batches(settings, tumbles),
                failures(settings),
                new Judge(!settings.functionResponseTypes().isEmpty(), tumbles),
                // The state of a window belongs to the whole shard.
                tumbles ? 1 : settings.parallelizationFactor(),
                Duration.ofSeconds(settings.tumblingWindowInSeconds()));
    }

    private static BatchRules batches(MappingSettings settings, boolean tumbles) {
        int state = tumbles ? WindowState.STATE_BYTES_MAX : 0;
        return new BatchRules(
                settings.batchSize(),
                Duration.ofSeconds(settings.maximumBatchingWindowInSeconds()),
                Invocation.PAYLOAD_BYTES_MAX - BatchRules.ENVELOPE_BYTES - state);
    }

    private static FailureRules failures(MappingSettings settings) {
        int retries = settings.maximumRetryAttempts();
        int age = settings.maximumRecordAgeInSeconds();
        return new FailureRules(
                retries < 0 ? null : retries,
                age < 0 ? null : Duration.ofSeconds(age),
                settings.bisectBatchOnFunctionError());
    }
}
