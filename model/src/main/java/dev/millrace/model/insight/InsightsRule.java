package dev.millrace.model.insight;

/// What contributors are ranked by. A rule about sort keys exists only where there is one.
public enum InsightsRule {
    /// Partition keys by the throughput that they consumed.
    PKC(false, false),

    /// Partition and sort keys by the throughput that they consumed.
    SKC(true, false),

    /// Partition keys by the number of their throttled requests.
    PKT(false, true),

    /// Partition and sort keys by the number of their throttled requests.
    SKT(true, true);

    private final boolean ofSortKey;
    private final boolean ofThrottled;

    InsightsRule(boolean ofSortKey, boolean ofThrottled) {
        this.ofSortKey = ofSortKey;
        this.ofThrottled = ofThrottled;
    }

    /// Whether sort keys count too.
    public boolean isOfSortKey() {
        return ofSortKey;
    }

    /// Whether throttled requests are counted, not accesses.
    public boolean isOfThrottled() {
        return ofThrottled;
    }
}
