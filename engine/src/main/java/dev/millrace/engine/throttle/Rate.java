package dev.millrace.engine.throttle;

/// How fast a bucket fills.
///
/// @param unitsPerSecond more than zero
/// @param secondsSaved for how many seconds unused units are kept
record Rate(long unitsPerSecond, int secondsSaved) {
    /// What the owner provisioned: AWS saves up to five minutes of it (dynamodb-api reference,
    /// section 20).
    static Rate provisioned(long unitsPerSecond) {
        return new Rate(unitsPerSecond, 300);
    }

    /// A maximum of an on-demand table, of which nothing is saved.
    static Rate maximum(long unitsPerSecond) {
        return new Rate(unitsPerSecond, 1);
    }

    double unitsMax() {
        return (double) unitsPerSecond * secondsSaved;
    }
}
