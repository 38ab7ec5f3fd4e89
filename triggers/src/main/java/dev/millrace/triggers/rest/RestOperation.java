package dev.millrace.triggers.rest;

import dev.millrace.wire.JsonOutput;

/// What is done for the requests of one route.
@FunctionalInterface
public interface RestOperation {
    /// Carries out one request and writes the body of the answer; many threads may do so at once.
    ///
    /// @throws dev.millrace.model.error.ApiException if the request cannot be granted
    void answer(RestRequest request, JsonOutput output);
}
