package dev.millrace.benchmarks;

import dev.millrace.benchmarks.http.Tally;

import org.HdrHistogram.Histogram;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What came out of the measured part of one workload.
///
/// @param seconds how long was measured
/// @param nanos the times of the answers with status 200
/// @param records what the answers delivered, for a workload that counts it
/// @param clientSeconds how much processor time the driver itself took
record Measurement(
        WorkloadKind workload,
        LoadOptions options,
        double seconds,
        Histogram nanos,
        long records,
        long errors,
        Map<Integer, String> firstErrors,
        double clientSeconds) {

    /// The line above the rows of a table.
    static final String HEADER =
            "%-8s %6s %7s %-18s %9s %9s %8s %8s %8s %8s %7s %7s"
                    .formatted(
                            "workload",
                            "conns",
                            "bytes",
                            "stream",
                            "req/s",
                            "records/s",
                            "p50 ms",
                            "p99 ms",
                            "p99.9 ms",
                            "max ms",
                            "errors",
                            "client");

    /// The sum of what several threads counted.
    static Measurement of(
            WorkloadKind workload, LoadOptions options, List<Tally> tallies, double clientSeconds) {
        Histogram nanos = new Histogram(3);
        nanos.setAutoResize(true);
        Map<Integer, String> firstErrors = new TreeMap<>();
        tallies.forEach(tally -> nanos.add(tally.nanos()));
        tallies.forEach(tally -> firstErrors.putAll(tally.firstErrors()));
        return new Measurement(
                workload,
                options,
                tallies.stream().mapToDouble(Tally::seconds).max().orElseThrow(),
                nanos,
                tallies.stream().mapToLong(Tally::records).sum(),
                tallies.stream().mapToLong(Tally::errors).sum(),
                firstErrors,
                clientSeconds);
    }

    /// One row of a table; the last column is the driver's own share of one processor.
    String row() {
        return String.format(
                Locale.ROOT,
                "%-8s %6d %7d %-18s %9.0f %9.0f %8.2f %8.2f %8.2f %8.2f %7d %6.0f%%",
                workload,
                options.connections(),
                options.itemBytes(),
                options.stream(),
                perSecond(nanos.getTotalCount()),
                perSecond(records),
                millis(50),
                millis(99),
                millis(99.9),
                millis(100),
                errors,
                clientSeconds / seconds * 100);
    }

    /// The same as one JSON object.
    String json() {
        return String.format(
                Locale.ROOT,
                """
                {"workload":"%s","connections":%d,"itemBytes":%d,"stream":"%s","keys":%d,\
                "seconds":%.2f,"requests":%d,"requestsPerSecond":%.0f,"recordsPerSecond":%.0f,\
                "p50Millis":%.3f,"p99Millis":%.3f,"p999Millis":%.3f,"maxMillis":%.3f,\
                "errors":%d,"clientCpuSeconds":%.2f}\
                """,
                workload,
                options.connections(),
                options.itemBytes(),
                options.stream(),
                options.keys(),
                seconds,
                nanos.getTotalCount(),
                perSecond(nanos.getTotalCount()),
                perSecond(records),
                millis(50),
                millis(99),
                millis(99.9),
                millis(100),
                errors,
                clientSeconds);
    }

    private double perSecond(long count) {
        return count / seconds;
    }

    private double millis(double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
