package dev.millrace.engine.query;

import dev.millrace.engine.catalog.Table;

/// That the whole items behind the entries of a local index are wanted, from its table.
///
/// @param consistent what each of these reads costs
public record Fetch(Table table, boolean consistent) {}
