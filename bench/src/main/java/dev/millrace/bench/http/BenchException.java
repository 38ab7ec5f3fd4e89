package dev.millrace.bench.http;

import org.jspecify.annotations.Nullable;

/// Why a measurement came to nothing, in a sentence for whoever asked for it: a server cannot be
/// reached, or it answers in a way that nobody can measure.
public final class BenchException extends RuntimeException {

    public BenchException(String message) {
        super(message);
    }

    public BenchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
