package dev.millrace.bench.stream;

import dev.millrace.bench.http.BenchException;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Waiting, where it cannot be avoided.
final class Times {
    private Times() {}

    static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }
}
