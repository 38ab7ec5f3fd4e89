package dev.millrace.model.table;

/// The units a second that a table takes at once, without having to grow first. It never gets less.
public record WarmThroughput(long readUnitsPerSecond, long writeUnitsPerSecond) {
    private static final WarmThroughput ON_DEMAND = new WarmThroughput(12_000, 4_000);

    /// What a table with this billing has from the start: its provisioned units, or 12,000 and
    /// 4,000 if it has none.
    public static WarmThroughput initial(BillingMode mode, ProvisionedThroughput throughput) {
        return switch (mode) {
            case PAY_PER_REQUEST -> ON_DEMAND;
            case PROVISIONED ->
                    new WarmThroughput(
                            throughput.readCapacityUnits(), throughput.writeCapacityUnits());
        };
    }

    /// The greater of both, for reads and for writes.
    public WarmThroughput atLeast(WarmThroughput other) {
        return new WarmThroughput(
                Math.max(readUnitsPerSecond, other.readUnitsPerSecond),
                Math.max(writeUnitsPerSecond, other.writeUnitsPerSecond));
    }
}
