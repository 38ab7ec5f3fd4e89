package dev.millrace.triggers.rest;

import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A good answer of a route.
///
/// @param headers beyond those that every answer has
/// @param body null if it is what the operation wrote as JSON
public record RestReply(int status, Map<String, String> headers, @Nullable Binary body) {
    /// The answer with this status whose body was written as JSON.
    static RestReply json(int status) {
        return new RestReply(status, Map.of(), null);
    }
}
