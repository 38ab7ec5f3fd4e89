package dev.millrace.server.control;

import static dev.millrace.server.control.MetricLines.label;

import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.run.MappingReport;
import dev.millrace.triggers.run.MappingStatus.Figures;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Figures of triggers in the text format of Prometheus.
final class TriggerMetrics {
    private static final String PREFIX = "millrace_trigger_";
    private static final List<Counter> COUNTERS =
            List.of(
                    new Counter("invocations", "Calls of the function", Figures::invocations),
                    new Counter("records", "Records in batches that were done", Figures::records),
                    new Counter("errors", "Calls that failed in the function", Figures::errors),
                    new Counter(
                            "not_reached",
                            "Calls that did not get to the function",
                            Figures::notReached),
                    new Counter("retries", "Calls with a batch that had failed", Figures::retries),
                    new Counter("bisections", "Batches that were halved", Figures::bisections),
                    new Counter(
                            "discarded_records", "Records that were given up", Figures::discarded),
                    new Counter(
                            "undelivered_records",
                            "Records given up whose destination did not take the report",
                            Figures::undelivered),
                    new Counter(
                            "faults",
                            "Times that the way through a shard broke by a fault of the server",
                            Figures::faults));

    private record Counter(String name, String help, ToLongFunction<Figures> value) {}

    private TriggerMetrics() {}

    static void write(List<MappingReport> mappings, MetricLines lines) {
        for (Counter counter : COUNTERS) {
            String name = PREFIX + counter.name() + "_total";
            lines.head(name, "counter", counter.help() + ", since the server started.");
            for (MappingReport each : mappings) {
                long value = counter.value().applyAsLong(each.figures());
                lines.line(name, labels(each), Long.toString(value));
            }
        }
        states(mappings, lines);
        gauges(mappings, lines);
    }

    private static void states(List<MappingReport> mappings, MetricLines lines) {
        String state = PREFIX + "state";
        lines.head(state, "gauge", "1 for the state that the mapping is in.");
        for (MappingReport each : mappings) {
            String labels = labels(each) + "," + label("state", each.view().state().text());
            lines.line(state, labels, "1");
        }
        String result = PREFIX + "last_result";
        lines.head(result, "gauge", "1 for what became of the last batch.");
        for (MappingReport each : mappings) {
            lines.line(result, labels(each) + "," + label("result", each.view().lastResult()), "1");
        }
    }

    private static void gauges(List<MappingReport> mappings, MetricLines lines) {
        gauge(
                "lag_records",
                "Records that are not done, counted up to 100000.",
                each -> Long.toString(each.lag().records()),
                mappings,
                lines);
        gauge(
                "lag_seconds",
                "Age of the first record that is not done; 0 if all are.",
                each -> MetricLines.seconds(each.lag().age()),
                mappings,
                lines);
        gauge(
                "iterator_age_seconds",
                "Age of the last record of the last batch when that was done.",
                each -> MetricLines.seconds(each.figures().iteratorAge()),
                mappings,
                lines);
        gauge(
                "resting_shards",
                "Shards that wait to be begun again after a fault of the server.",
                each -> Integer.toString(each.figures().resting()),
                mappings,
                lines);
        gauge(
                "dead_letters",
                "Batches that were given up, are remembered, and were not replayed with success.",
                each -> Integer.toString(each.deadLetters()),
                mappings,
                lines);
    }

    private static void gauge(
            String name,
            String help,
            Function<MappingReport, String> value,
            List<MappingReport> mappings,
            MetricLines lines) {
        lines.head(PREFIX + name, "gauge", help);
        mappings.forEach(each -> lines.line(PREFIX + name, labels(each), value.apply(each)));
    }

    private static String labels(MappingReport report) {
        FunctionName function = report.view().mapping().function();
        String qualifier = function.qualifier();
        return String.join(
                ",",
                label("mapping", report.view().mapping().uuid()),
                label(
                        "function",
                        qualifier == null ? function.name() : function.name() + ":" + qualifier),
                label("stream", report.view().mapping().eventSourceArn()));
    }
}
