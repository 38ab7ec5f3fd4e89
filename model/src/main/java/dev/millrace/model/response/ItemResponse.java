package dev.millrace.model.response;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// What one read of a transaction found.
///
/// @param item null if there is none
public record ItemResponse(@Nullable Item item) {}
