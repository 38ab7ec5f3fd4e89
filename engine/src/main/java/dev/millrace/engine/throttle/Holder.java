package dev.millrace.engine.throttle;

import org.jspecify.annotations.Nullable;

/// Who has capacity of its own: a table, together with its local indexes, or a global index.
///
/// @param index null for the table
public record Holder(String table, @Nullable String index) {}
