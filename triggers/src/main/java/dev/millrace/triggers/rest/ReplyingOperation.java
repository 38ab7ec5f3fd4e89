package dev.millrace.triggers.rest;

/// What is done for the requests of a route that decides its whole answer, not only a JSON body.
@FunctionalInterface
public interface ReplyingOperation {
    /// Carries out one request; many threads may do so at once.
    ///
    /// @throws dev.millrace.model.error.ApiException if the request cannot be granted
    RestReply answer(RestRequest request);
}
