package dev.millrace.triggers.simulation;

import java.time.Instant;

/// A record of a simulated stream; numbers grow in commit order.
record SimulatedRecord(long number, int key, Instant created) {
    String sequenceNumber() {
        return Long.toString(1_000_000 + number);
    }
}
