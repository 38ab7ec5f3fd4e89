package dev.millrace.engine.operation;

/// One operation of the API.
///
/// @param <Q> what it is asked
/// @param <R> what it answers
@FunctionalInterface
public interface Operation<Q, R> {
    /// Carries out one request; many threads may do so at once.
    ///
    /// @throws dev.millrace.model.error.ApiException if the request cannot be granted; then nothing
    ///   has changed
    R execute(Q request);
}
