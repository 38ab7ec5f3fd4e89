package dev.millrace.engine.stream;

import java.time.InstantSource;

/// What is known in memory of those who read streams: who waits, who has come how far, and how much
/// has gone in and out. Begins empty when the server starts.
public record StreamWatch(Arrivals arrivals, TrafficTable traffic, StreamReaders readers) {
    /// A watch that has seen nothing yet and goes by `clock`.
    public static StreamWatch start(InstantSource clock) {
        return new StreamWatch(new Arrivals(), new TrafficTable(), new StreamReaders(clock));
    }
}
