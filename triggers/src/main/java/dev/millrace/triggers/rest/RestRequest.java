package dev.millrace.triggers.rest;

import dev.millrace.model.value.Binary;
import dev.millrace.wire.JsonInput;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A request that has found its route.
///
/// @param parameter the variable part of the path, decoded; empty if the path has none
/// @param query the parameters of the query, decoded, each with all its values
/// @param body nobody changes it meanwhile
/// @param requestId the id that the answer will carry
/// @param headers finds the value of a header by its name
public record RestRequest(
        String parameter,
        Map<String, List<String>> query,
        Binary body,
        String requestId,
        Function<String, @Nullable String> headers) {
    /// The same request with the variable part of its path.
    RestRequest at(String foundParameter) {
        return new RestRequest(foundParameter, query, body, requestId, headers);
    }

    /// The value of a header; null if it is not there.
    public @Nullable String header(String name) {
        return headers.apply(name);
    }

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
