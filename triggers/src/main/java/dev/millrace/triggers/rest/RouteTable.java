package dev.millrace.triggers.rest;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Binary;
import dev.millrace.wire.JsonOutput;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The routes that a server offers. Safe for many threads.
public final class RouteTable {
    /// A table without routes.
    public static final RouteTable EMPTY = new RouteTable(List.of());

    private final List<Route> routes;

    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /// Carries out a request, writes the body of the answer, and gives its status.
    ///
    /// @throws ApiException if there is no such route, or as the operation throws it
    public int answer(
            String method,
            String rawPath,
            Map<String, List<String>> query,
            Binary body,
            JsonOutput output) {
        for (Route route : routes) {
            Optional<String> parameter = route.parameterOf(method, rawPath);
            if (parameter.isPresent()) {
                output.nothing();
                route.operation().answer(new RestRequest(parameter.get(), query, body), output);
                return route.status();
            }
        }
        throw new ApiException(
                ApiError.UNKNOWN_OPERATION,
                "This version of Millrace has no operation at " + method + " " + rawPath);
    }
}
