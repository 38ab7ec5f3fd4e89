package dev.millrace.server.control;

import dev.millrace.engine.operation.StreamFigures;
import dev.millrace.engine.operation.StreamFigures.OfReader;
import dev.millrace.engine.operation.StreamFigures.OfShard;
import dev.millrace.engine.operation.StreamFigures.OfStream;
import dev.millrace.engine.stream.Traffic;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// Figures of streams in the text format of Prometheus.
final class MetricsText {
    private static final List<Counter> COUNTERS =
            List.of(
                    new Counter("records_in_total", "Records added", Traffic.Counts::recordsIn),
                    new Counter("bytes_in_total", "SizeBytes added", Traffic.Counts::bytesIn),
                    new Counter("records_out_total", "Records read", Traffic.Counts::recordsOut),
                    new Counter("bytes_out_total", "SizeBytes read", Traffic.Counts::bytesOut));

    private final StringBuilder text = new StringBuilder();

    private record Counter(String name, String help, ToLongFunction<Traffic.Counts> value) {}

    private MetricsText() {}

    static String of(StreamFigures figures) {
        MetricsText metrics = new MetricsText();
        COUNTERS.forEach(counter -> metrics.streams(figures, counter));
        COUNTERS.forEach(counter -> metrics.shards(figures, counter));
        metrics.openShards(figures);
        metrics.ages(figures);
        metrics.lags(figures);
        metrics.waiting(figures);
        return metrics.text.toString();
    }

    private void streams(StreamFigures figures, Counter counter) {
        String name = "millrace_stream_" + counter.name();
        head(name, "counter", counter.help() + ", by stream, since the server started.");
        for (OfStream stream : figures.streams()) {
            long value = counter.value().applyAsLong(stream.counts());
            line(name, labels(stream), Long.toString(value));
        }
    }

    private void shards(StreamFigures figures, Counter counter) {
        String name = "millrace_shard_" + counter.name();
        head(name, "counter", counter.help() + ", by shard, since the server started.");
        for (OfStream stream : figures.streams()) {
            for (OfShard shard : stream.shards()) {
                long value = counter.value().applyAsLong(shard.counts());
                line(name, labels(stream, shard), Long.toString(value));
            }
        }
    }

    private void openShards(StreamFigures figures) {
        String name = "millrace_stream_open_shards";
        head(name, "gauge", "Shards that take records.");
        for (OfStream stream : figures.streams()) {
            long open = stream.shards().stream().filter(OfShard::open).count();
            line(name, labels(stream), Long.toString(open));
        }
    }

    private void ages(StreamFigures figures) {
        String name = "millrace_shard_oldest_record_age_seconds";
        head(name, "gauge", "Age of the oldest record that can be read.");
        for (OfStream stream : figures.streams()) {
            for (OfShard shard : stream.shards()) {
                Duration age = shard.oldestAge();
                if (age != null) {
                    line(name, labels(stream, shard), seconds(age));
                }
            }
        }
    }

    private void lags(StreamFigures figures) {
        String name = "millrace_reader_lag_seconds";
        head(name, "gauge", "Age of the next record that a reader has not read; 0 at the end.");
        for (OfReader reader : figures.readers()) {
            String labels =
                    labels(reader.tableName(), reader.label())
                            + label(",shard", reader.shardId())
                            + label(",reader", Long.toString(reader.number()));
            line(name, labels, seconds(reader.lag()));
        }
    }

    private void waiting(StreamFigures figures) {
        String name = "millrace_waiting_readers";
        head(name, "gauge", "Requests that wait for a record.");
        line(name, "", Integer.toString(figures.waitingReaders()));
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void line(String name, String labels, String value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(value).append('\n');
    }

    private static String labels(OfStream stream) {
        return labels(stream.tableName(), stream.label());
    }

    private static String labels(OfStream stream, OfShard shard) {
        return labels(stream) + label(",shard", shard.shardId());
    }

    private static String labels(String tableName, String streamLabel) {
        return label("table", tableName) + label(",stream", streamLabel);
    }

    // Names of tables, streams and shards have no character that would need an escape.
    private static String label(String name, String value) {
        return name + "=\"" + value + "\"";
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1_000.0);
    }
}
