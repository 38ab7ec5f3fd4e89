package dev.millrace.testkit.linearizability;

import org.jspecify.annotations.Nullable;

/// What a thing does when it is called by one client at a time.
///
/// @param <S> its states, equal when they are the same
/// @param <I> what it is asked
/// @param <O> what it answers
public interface Specification<S, I, O> {
    /// The state before the first call.
    S initial();

    /// The state after a call, or null if in `state` it cannot have been answered so.
    ///
    /// @param output null if the answer is not known; then every answer is possible
    @Nullable S next(S state, I input, @Nullable O output);
}
