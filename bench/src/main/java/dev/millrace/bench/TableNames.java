package dev.millrace.bench;

/// Names for tables and functions that nobody else has.
final class TableNames {
    private final String prefix;
    private int made;

    /// @param mark what no other call of the benchmark has
    TableNames(String mark) {
        prefix = "millrace-bench-" + mark + "-";
    }

    /// A name that says what it is for.
    synchronized String next(String purpose) {
        made++;
        return prefix + made + "-" + purpose;
    }
}
