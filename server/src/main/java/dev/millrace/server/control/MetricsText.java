package dev.millrace.server.control;

import dev.millrace.engine.operation.StreamFigures;
import dev.millrace.engine.operation.StreamFigures.OfReader;
import dev.millrace.engine.operation.StreamFigures.OfShard;
import dev.millrace.engine.operation.StreamFigures.OfStream;
import dev.millrace.engine.stream.Traffic;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/// Figures of streams in the text format of Prometheus.
final class MetricsText {
    private static final List<Counter> COUNTERS =
            List.of(
                    new Counter("records_in_total", "Records added", Traffic.Counts::recordsIn),
                    new Counter("bytes_in_total", "SizeBytes added", Traffic.Counts::bytesIn),
                    new Counter("records_out_total", "Records read", Traffic.Counts::recordsOut),
                    new Counter("bytes_out_total", "SizeBytes read", Traffic.Counts::bytesOut));

    private final MetricLines lines;

    private record Counter(String name, String help, ToLongFunction<Traffic.Counts> value) {}

    private MetricsText(MetricLines lines) {
        this.lines = lines;
    }

    static void write(StreamFigures figures, MetricLines lines) {
        MetricsText metrics = new MetricsText(lines);
        COUNTERS.forEach(counter -> metrics.streams(figures, counter));
        COUNTERS.forEach(counter -> metrics.shards(figures, counter));
        metrics.openShards(figures);
        metrics.ages(figures);
        metrics.lags(figures);
        metrics.waiting(figures);
    }

    private void streams(StreamFigures figures, Counter counter) {
        String name = "millrace_stream_" + counter.name();
        lines.head(name, "counter", counter.help() + ", by stream, since the server started.");
        for (OfStream stream : figures.streams()) {
            long value = counter.value().applyAsLong(stream.counts());
            lines.line(name, labels(stream), Long.toString(value));
        }
    }

    private void shards(StreamFigures figures, Counter counter) {
        String name = "millrace_shard_" + counter.name();
        lines.head(name, "counter", counter.help() + ", by shard, since the server started.");
        for (OfStream stream : figures.streams()) {
            for (OfShard shard : stream.shards()) {
                long value = counter.value().applyAsLong(shard.counts());
                lines.line(name, labels(stream, shard), Long.toString(value));
            }
        }
    }

    private void openShards(StreamFigures figures) {
        String name = "millrace_stream_open_shards";
        lines.head(name, "gauge", "Shards that take records.");
        for (OfStream stream : figures.streams()) {
            long open = stream.shards().stream().filter(OfShard::open).count();
            lines.line(name, labels(stream), Long.toString(open));
        }
    }

    private void ages(StreamFigures figures) {
        String name = "millrace_shard_oldest_record_age_seconds";
        lines.head(name, "gauge", "Age of the oldest record that can be read.");
        for (OfStream stream : figures.streams()) {
            for (OfShard shard : stream.shards()) {
                Duration age = shard.oldestAge();
                if (age != null) {
                    lines.line(name, labels(stream, shard), MetricLines.seconds(age));
                }
            }
        }
    }

    private void lags(StreamFigures figures) {
        String name = "millrace_reader_lag_seconds";
        lines.head(
                name, "gauge", "Age of the next record that a reader has not read; 0 at the end.");
        for (OfReader reader : figures.readers()) {
            String labels =
                    labels(reader.tableName(), reader.label())
                            + MetricLines.label(",shard", reader.shardId())
                            + MetricLines.label(",reader", Long.toString(reader.number()));
            lines.line(name, labels, MetricLines.seconds(reader.lag()));
        }
    }

    private void waiting(StreamFigures figures) {
        String name = "millrace_waiting_readers";
        lines.head(name, "gauge", "Requests that wait for a record.");
        lines.line(name, "", Integer.toString(figures.waitingReaders()));
    }

    private static String labels(OfStream stream) {
        return labels(stream.tableName(), stream.label());
    }

    private static String labels(OfStream stream, OfShard shard) {
        return labels(stream) + MetricLines.label(",shard", shard.shardId());
    }

    private static String labels(String tableName, String streamLabel) {
        return MetricLines.label("table", tableName) + MetricLines.label(",stream", streamLabel);
    }
}
