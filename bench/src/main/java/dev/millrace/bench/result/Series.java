package dev.millrace.bench.result;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Some runs of the same on one server.
///
/// @param workload what was done
/// @param stream the view type of the table's stream, or `off`; empty where that does not matter
/// @param mode how requests followed one another
/// @param load the same in words, such as `open 900/s`
/// @param unit what items are, such as `items`
/// @param server which server
/// @param samples the runs, at least one
public record Series(
        String workload,
        String stream,
        Mode mode,
        String load,
        String unit,
        String server,
        List<Sample> samples) {

    /// The middle one of a figure of all runs; the mean of two where two are in the middle.
    public double median(ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The smallest of a figure of all runs.
    public double least(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).min().orElseThrow();
    }

    /// The largest of a figure of all runs.
    public double most(ToDoubleFunction<Sample> figure) {
        return samples.stream().mapToDouble(figure).max().orElseThrow();
    }

    /// The sum of a figure of all runs.
    public long total(ToDoubleFunction<Sample> figure) {
        return Math.round(samples.stream().mapToDouble(figure).sum());
    }

    /// Whether the rate is the result, rather than the times.
    public boolean isRate() {
        return mode == Mode.CLOSED;
    }

    /// Whether another series is the same on another server.
    public boolean isLike(Series other) {
        return workload.equals(other.workload) && stream.equals(other.stream) && mode == other.mode;
    }

    /// What is measured, in words.
    public String title() {
        return stream.isEmpty() ? workload : workload + " (" + stream + ")";
    }
}
