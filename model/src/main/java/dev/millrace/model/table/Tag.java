package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

/// A label that clients stick on a table.
///
/// @param key 1 to 128 characters; null only in a request that left it out
/// @param value up to 256 characters; null only in a request that left it out
public record Tag(@Nullable String key, @Nullable String value) {}
