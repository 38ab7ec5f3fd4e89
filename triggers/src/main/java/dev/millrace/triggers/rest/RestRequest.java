package dev.millrace.triggers.rest;

import dev.millrace.model.value.Binary;
import dev.millrace.wire.JsonInput;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// A request that has found its route.
///
/// @param parameter the variable part of the path, decoded; empty if the path has none
/// @param query the parameters of the query, decoded, each with all its values
/// @param body nobody changes it meanwhile
public record RestRequest(String parameter, Map<String, List<String>> query, Binary body) {
    /// The first value of a parameter of the query; null if it is not there.
    public @Nullable String first(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }

    /// All values of a parameter of the query.
    public List<String> all(String name) {
        return query.getOrDefault(name, List.of());
    }

    /// The body, to be read as JSON.
    public JsonInput json() {
        return new JsonInput(body.bytes(), 0, body.length());
    }
}
