package dev.millrace.engine.operation;

/// What a throughput is asked for, in the words that each text has for it.
///
/// @param inMode where limits do not go with the billing mode
/// @param inRange where limits are out of range
/// @param inWarm where warm throughput is too low
/// @param noun where there is too much of it
record ThroughputSubject(String inMode, String inRange, String inWarm, String noun) {
    /// A table.
    static final ThroughputSubject TABLE =
            new ThroughputSubject("", " for table", " for table", "a table");

    /// The index with this name.
    static ThroughputSubject index(String name) {
        return new ThroughputSubject(
                " for index : " + name, " for index : " + name, " for index " + name, "an index");
    }
}
