package dev.millrace.engine.throttle;

/// Capacity units of one arm of a table or index: they come in at a rate, and what is not used is
/// saved up for some seconds.
///
/// Whoever finds a unit left may go ahead and may take more than there is; the others then wait
/// until the debt is paid off. So even an item that costs more than a full bucket can be written.
final class Bucket {
    private static final double MILLIS = 1_000;

    private double units;
    private long filledAt;

    Bucket(double units, long nowMillis) {
        this.units = units;
        this.filledAt = nowMillis;
    }

    /// Takes `wanted` units if any are left, and says whether they were.
    synchronized boolean take(double wanted, Rate rate, long nowMillis) {
        fill(rate, nowMillis);
        if (units <= 0) {
            return false;
        }
        units -= wanted;
        return true;
    }

    /// Takes further units, or gives back some if `more` is negative.
    synchronized void settle(double more, Rate rate, long nowMillis) {
        fill(rate, nowMillis);
        units = Math.min(units - more, rate.unitsMax());
    }

    private void fill(Rate rate, long nowMillis) {
        long passed = Math.max(0, nowMillis - filledAt);
        units = Math.min(units + passed * rate.unitsPerSecond() / MILLIS, rate.unitsMax());
        filledAt = Math.max(filledAt, nowMillis);
    }
}
