package dev.millrace.benchmarks;

import java.util.Arrays;

/// A workload by its name on the command line.
enum WorkloadKind {
    PUT("put"),
    GET("get"),
    UPDATE("update"),
    RECORDS("records");

    private final String text;

    WorkloadKind(String text) {
        this.text = text;
    }

    /// The workload of this name.
    static WorkloadKind named(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload is called " + text));
    }

    /// Whether items have to be there before it runs.
    boolean needsItems() {
        return this == GET || this == RECORDS;
    }

    @Override
    public String toString() {
        return text;
    }
}
