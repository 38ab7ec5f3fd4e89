package dev.millrace.triggers.function;

import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

/// One call of a function.
///
/// @param requestId tells this call from all others; also from an earlier one with the same payload
/// @param functionArn the function's full name, with its version or alias if one was asked for
/// @param payload the event, JSON
/// @param clientContext what the caller tells of itself, JSON; null for nothing
/// @param traceId the trace that the call belongs to; null for one of its own
/// @param logTail takes the last of what the function logs for this call; null if nobody asks
public record Invocation(
        String requestId,
        String functionArn,
        Binary payload,
        @Nullable String clientContext,
        @Nullable String traceId,
        @Nullable LogTail logTail) {
    /// The most bytes of a payload (lambda-esm reference, section 6).
    public static final int PAYLOAD_BYTES_MAX = 6 << 20;

    /// A call by somebody who tells nothing of itself and does not ask for the log.
    public Invocation(String requestId, String functionArn, Binary payload) {
        this(requestId, functionArn, payload, null);
    }

    /// The same by somebody who tells of itself.
    public Invocation(
            String requestId, String functionArn, Binary payload, @Nullable String clientContext) {
        this(requestId, functionArn, payload, clientContext, null, null);
    }
}
