package dev.millrace.triggers.function;

import dev.millrace.model.value.Binary;

/// One call of a function.
///
/// @param requestId tells this call from all others; also from an earlier one with the same payload
/// @param functionArn the function's full name, with its version or alias if one was asked for
/// @param payload the event, JSON
public record Invocation(String requestId, String functionArn, Binary payload) {
    /// The most bytes of a payload (lambda-esm reference, section 6).
    public static final int PAYLOAD_BYTES_MAX = 6 << 20;
}
