package dev.millrace.server.control;

import static dev.millrace.server.control.MetricLines.label;

import dev.millrace.transfer.kinesis.DeliveryReport;

import java.util.List;
import java.util.function.Function;

/// Figures of Kinesis destinations in the text format of Prometheus.
final class DeliveryMetrics {
    private static final String PREFIX = "millrace_kinesis_";

    private DeliveryMetrics() {}

    static void write(List<DeliveryReport> reports, MetricLines lines) {
        metric(
                "backlog_records",
                "gauge",
                "Changes that are not sent, counted up to 100000.",
                report -> Long.toString(report.backlogRecords()),
                reports,
                lines);
        metric(
                "backlog_seconds",
                "gauge",
                "Age of the first change that is not sent; 0 if all are.",
                report -> MetricLines.seconds(report.backlogAge()),
                reports,
                lines);
        metric(
                "records_total",
                "counter",
                "Changes that the stream took, since the server started.",
                report -> Long.toString(report.delivered()),
                reports,
                lines);
        metric(
                "failed_calls_total",
                "counter",
                "Requests of which the stream took nothing or not everything, since the server"
                        + " started.",
                report -> Long.toString(report.failedCalls()),
                reports,
                lines);
        metric(
                "refused_records_total",
                "counter",
                "Changes that were left out because the stream takes none like it, since the server"
                        + " started.",
                report -> Long.toString(report.refused()),
                reports,
                lines);
    }

    private static void metric(
            String name,
            String type,
            String help,
            Function<DeliveryReport, String> value,
            List<DeliveryReport> reports,
            MetricLines lines) {
        lines.head(PREFIX + name, type, help);
        reports.forEach(report -> lines.line(PREFIX + name, labels(report), value.apply(report)));
    }

    private static String labels(DeliveryReport report) {
        return String.join(
                ",",
                label("table", report.tableName()),
                label("stream", report.streamArn()),
                label("destination", Integer.toString(report.id())));
    }
}
