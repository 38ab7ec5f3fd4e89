package dev.millrace.server.dispatch;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.Function;

/// A request as far as the dispatcher looks at it, without its body.
///
/// @param requestId the id that the answer will carry
/// @param target the value of `X-Amz-Target`; null if there is none
/// @param authorization the value of `Authorization`; null if there is none
/// @param query the parameters of the query, decoded
/// @param header finds the value of any other header by its name
public record Call(
        String requestId,
        @Nullable String target,
        @Nullable String authorization,
        Map<String, String> query,
        Function<String, @Nullable String> header) {}
