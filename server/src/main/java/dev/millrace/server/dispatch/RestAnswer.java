package dev.millrace.server.dispatch;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What a request of a REST API is answered with.
///
/// @param status the HTTP status
/// @param errorType what kind of error it is, for the header that tells it; null for a good answer
/// @param answer the body
/// @param headers beyond those that every answer has
public record RestAnswer(
        int status, @Nullable String errorType, Answer answer, Map<String, String> headers) {}
