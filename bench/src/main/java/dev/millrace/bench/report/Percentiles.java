package dev.millrace.bench.report;

/// Which percentiles are shown.
final class Percentiles {
    /// What a table and JSON have, besides the largest value.
    static final double[] SHOWN = {50, 90, 99, 99.9};

    /// The largest value.
    static final double MAX = 100;

    private Percentiles() {}

    /// The name of a percentile, for example `p99.9`.
    static String name(double percentile) {
        if (percentile == MAX) {
            return "max";
        }
        return percentile == Math.rint(percentile) ? "p" + (int) percentile : "p" + percentile;
    }
}
