package dev.millrace.triggers.mapping;

import dev.millrace.wire.JsonOutput;

import java.util.List;

/// A mapping as clients see it (lambda-esm reference, section 3).
public final class MappingJson {
    private MappingJson() {}

    /// Writes the members of a mapping's configuration into the object that is open.
    ///
    /// @param lastResult what became of the last batch
    public static void write(
            EventSourceMapping mapping,
            MappingState state,
            String lastResult,
            LambdaNames names,
            JsonOutput output) {
        output.text("UUID", mapping.uuid());
        output.text("StartingPosition", mapping.startingPosition().name());
        output.text("EventSourceArn", mapping.eventSourceArn());
        output.text("EventSourceMappingArn", names.mappingArn(mapping.uuid()));
        output.text("FunctionArn", names.functionArn(mapping.function()));
        output.moment("LastModified", mapping.lastModified());
        output.text("LastProcessingResult", lastResult);
        output.text("State", state.text());
        output.text("StateTransitionReason", "User action");
        writeSettings(mapping.settings(), output);
    }

    static void writeSettings(MappingSettings settings, JsonOutput output) {
        output.whole("BatchSize", settings.batchSize());
        output.whole("MaximumBatchingWindowInSeconds", settings.maximumBatchingWindowInSeconds());
        output.whole("ParallelizationFactor", settings.parallelizationFactor());
        output.whole("MaximumRecordAgeInSeconds", settings.maximumRecordAgeInSeconds());
        output.truth("BisectBatchOnFunctionError", settings.bisectBatchOnFunctionError());
        output.whole("MaximumRetryAttempts", settings.maximumRetryAttempts());
        output.whole("TumblingWindowInSeconds", settings.tumblingWindowInSeconds());
        writeTexts("FunctionResponseTypes", settings.functionResponseTypes(), output);
        output.startObject("DestinationConfig");
        output.startObject("OnFailure");
        output.text("Destination", settings.destination());
        output.endObject();
        output.endObject();
        writeFilters(settings.filters(), output);
        output.text("KMSKeyArn", settings.kmsKeyArn());
        List<String> metrics = settings.metrics();
        if (metrics != null) {
            output.startObject("MetricsConfig");
            writeTexts("Metrics", metrics, output);
            output.endObject();
        }
    }

    private static void writeFilters(List<String> filters, JsonOutput output) {
        if (filters.isEmpty()) {
            return;
        }
        output.startObject("FilterCriteria");
        output.startArray("Filters");
        for (String pattern : filters) {
            output.startObject();
            output.text("Pattern", pattern);
            output.endObject();
        }
        output.endArray();
        output.endObject();
    }

    private static void writeTexts(String name, List<String> texts, JsonOutput output) {
        output.startArray(name);
        texts.forEach(output::text);
        output.endArray();
    }
}
