package dev.millrace.engine.catalog;

import java.time.Instant;

/// That a table is being filled from the past of another.
///
/// @param sourceTableName the table that the items were in
/// @param moment which they are of
public record TableRestore(RestoreSource source, String sourceTableName, Instant moment) {}
