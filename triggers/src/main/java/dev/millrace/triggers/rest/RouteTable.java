package dev.millrace.triggers.rest;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.wire.JsonOutput;

import java.util.List;
import java.util.Optional;

/// The routes that a server offers. Safe for many threads.
public final class RouteTable {
    /// A table without routes.
    public static final RouteTable EMPTY = new RouteTable(List.of());

    private final List<Route> routes;

    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /// Carries out a request; a body that is JSON is left in `output`.
    ///
    /// @param request without the variable part of its path
    /// @throws ApiException if there is no such route, or as the operation throws it
    public RestReply answer(String method, String rawPath, RestRequest request, JsonOutput output) {
        for (Route route : routes) {
            Optional<String> parameter = route.parameterOf(method, rawPath);
            if (parameter.isPresent()) {
                output.nothing();
                return route.answering().apply(request.at(parameter.get()), output);
            }
        }
        throw new ApiException(
                ApiError.UNKNOWN_OPERATION,
                "This version of Millrace has no operation at " + method + " " + rawPath);
    }
}
