package dev.millrace.bench.stream;

import dev.millrace.bench.http.Operation;

import java.time.Duration;

/// How a reader goes about learning of new records.
public sealed interface Reading {

    /// It asks again and again.
    ///
    /// @param pause how long it waits behind an answer without records
    record Polling(Duration pause) implements Reading {}

    /// It asks, and the server answers once there is a record: what Millrace's header
    /// `X-Millrace-Wait-Seconds` is for.
    ///
    /// @param seconds how long the server may wait, from 1 to 20
    record Waiting(int seconds) implements Reading {}

    /// The operation that it calls.
    default Operation operation() {
        return switch (this) {
            case Polling _ -> ShardReader.GET_RECORDS;
            case Waiting(int seconds) ->
                    ShardReader.GET_RECORDS.with("X-Millrace-Wait-Seconds: " + seconds);
        };
    }

    /// What it does behind an answer without records.
    default void rest() {
        switch (this) {
            case Polling(Duration pause) -> Times.pause(pause);
            case Waiting _ -> {}
        }
    }
}
