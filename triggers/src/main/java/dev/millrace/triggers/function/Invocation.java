package dev.millrace.triggers.function;

import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

/// One call of a function.
///
/// @param requestId tells this call from all others; also from an earlier one with the same payload
/// @param functionArn the function's full name, with its version or alias if one was asked for
/// @param payload the event, JSON
/// @param clientContext JSON that the function finds as its client context, in the form that
///   Lambda's runtimes read; null for none
public record Invocation(
        String requestId, String functionArn, Binary payload, @Nullable String clientContext) {
    /// The most bytes of a payload (lambda-esm reference, section 6).
    public static final int PAYLOAD_BYTES_MAX = 6 << 20;

    /// A call without a client context.
    public Invocation(String requestId, String functionArn, Binary payload) {
        this(requestId, functionArn, payload, null);
    }
}
