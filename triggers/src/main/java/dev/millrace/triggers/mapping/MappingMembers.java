package dev.millrace.triggers.mapping;

import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The members of mappings in JSON: what clients send and what is stored (lambda-esm reference,
/// section 2).
final class MappingMembers {
    static final Member<String> FUNCTION_NAME =
            Member.text("FunctionName").rule(Rules.length(1, 256));
    static final Member<String> EVENT_SOURCE_ARN = Member.text("EventSourceArn");
    static final Member<String> STARTING_POSITION =
            Member.choice("StartingPosition", "LATEST", "AT_TIMESTAMP", "TRIM_HORIZON");
    static final Member<Map<String, String>> TAGS = Member.map("Tags", "TagValue", JsonInput::text);

    private static final Member<Boolean> ENABLED = Member.truth("Enabled");
    private static final Member<Integer> BATCH_SIZE = number("BatchSize", 1, 10_000);
    private static final Member<Integer> WINDOW = number("MaximumBatchingWindowInSeconds", 0, 300);
    private static final Member<Integer> FACTOR = number("ParallelizationFactor", 1, 10);
    private static final Member<Integer> AGE = number("MaximumRecordAgeInSeconds", -1, 604_800);
    private static final Member<Integer> RETRIES = number("MaximumRetryAttempts", -1, 10_000);
    private static final Member<Boolean> BISECT = Member.truth("BisectBatchOnFunctionError");
    private static final Member<Integer> TUMBLING = number("TumblingWindowInSeconds", 0, 900);
    private static final Member<String> KMS_KEY = Member.text("KMSKeyArn");
    private static final Member<List<String>> RESPONSE_TYPES =
            Member.<String>list("FunctionResponseTypes", JsonInput::text)
                    .rule(Rules.size(0, 1))
                    .rule(Rules.each(Rules.oneOf("ReportBatchItemFailures")));

    private static final Member<String> PATTERN =
            Member.text("Pattern").rule(Rules.length(0, 4_096));
    private static final Member<List<Fields>> FILTERS =
            Member.structures("Filters", Structure.of("Filter", PATTERN));
    private static final Member<Fields> FILTER_CRITERIA =
            Member.structure("FilterCriteria", Structure.of("FilterCriteria", FILTERS));

    private static final Member<String> DESTINATION =
            Member.text("Destination").rule(Rules.length(0, 350));
    private static final Member<Fields> ON_FAILURE =
            Member.structure("OnFailure", Structure.of("OnFailure", DESTINATION));
    private static final Member<Fields> DESTINATION_CONFIG =
            Member.structure(
                    "DestinationConfig",
                    Structure.of("DestinationConfig", ON_FAILURE).refusing("OnSuccess"));

    private static final Member<List<String>> METRICS =
            Member.<String>list("Metrics", JsonInput::text)
                    .rule(Rules.size(0, 3))
                    .rule(Rules.each(Rules.oneOf("EventCount", "ErrorCount", "KafkaMetrics")));
    private static final Member<Fields> METRICS_CONFIG =
            Member.structure("MetricsConfig", Structure.of("MetricsConfig", METRICS));

    /// All of them; UpdateEventSourceMapping has no tags, source or starting position.
    static final List<Member<?>> ALL =
            List.of(
                    EVENT_SOURCE_ARN,
                    FUNCTION_NAME,
                    ENABLED,
                    BATCH_SIZE,
                    FILTER_CRITERIA,
                    WINDOW,
                    FACTOR,
                    STARTING_POSITION,
                    DESTINATION_CONFIG,
                    AGE,
                    BISECT,
                    RETRIES,
                    TAGS,
                    TUMBLING,
                    RESPONSE_TYPES,
                    KMS_KEY,
                    METRICS_CONFIG);

    /// What clients send.
    static final Structure REQUEST =
            Structure.of("EventSourceMappingRequest", ALL.toArray(new Member<?>[0]))
                    .refusing(
                            "StartingPositionTimestamp",
                            "Topics",
                            "Queues",
                            "SourceAccessConfigurations",
                            "SelfManagedEventSource",
                            "AmazonManagedKafkaEventSourceConfig",
                            "SelfManagedKafkaEventSourceConfig",
                            "ScalingConfig",
                            "DocumentDBEventSourceConfig",
                            "ProvisionedPollerConfig",
                            "LoggingConfig");

    private MappingMembers() {}

    /// `present` with what `fields` set anew.
    static MappingSettings settings(Fields fields, MappingSettings present) {
        Fields destination = fields.get(DESTINATION_CONFIG);
        Fields criteria = fields.get(FILTER_CRITERIA);
        Fields metrics = fields.get(METRICS_CONFIG);
        return new MappingSettings(
                fields.orElse(ENABLED, present.enabled()),
                fields.orElse(BATCH_SIZE, present.batchSize()),
                fields.orElse(WINDOW, present.maximumBatchingWindowInSeconds()),
                fields.orElse(FACTOR, present.parallelizationFactor()),
                fields.orElse(AGE, present.maximumRecordAgeInSeconds()),
                fields.orElse(RETRIES, present.maximumRetryAttempts()),
                fields.orElse(BISECT, present.bisectBatchOnFunctionError()),
                fields.orElse(TUMBLING, present.tumblingWindowInSeconds()),
                destination == null ? present.destination() : destination(destination),
                fields.orElse(RESPONSE_TYPES, present.functionResponseTypes()),
                criteria == null ? present.filters() : filters(criteria),
                Objects.requireNonNullElse(
                                fields.get(KMS_KEY),
                                Objects.requireNonNullElse(present.kmsKeyArn(), ""))
                        .transform(MappingMembers::emptyToNull),
                metrics == null ? present.metrics() : metrics.get(METRICS));
    }

    // An empty text takes the destination away.
    private static @Nullable String destination(Fields config) {
        config.requireSupported();
        Fields onFailure = config.get(ON_FAILURE);
        String arn = onFailure == null ? null : onFailure.get(DESTINATION);
        return arn == null ? null : emptyToNull(arn);
    }

    private static List<String> filters(Fields criteria) {
        return criteria.orElse(FILTERS, List.of()).stream()
                .map(filter -> filter.orElse(PATTERN, ""))
                .toList();
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Member<Integer> number(String name, int min, int max) {
        return Member.integer(name).rule(Rules.atMost(max)).rule(Rules.atLeast(min));
    }
}
