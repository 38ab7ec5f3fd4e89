package dev.millrace.bench.table;

import dev.millrace.bench.http.Endpoint;

/// A server as clients see it.
///
/// @param tables where tables are
/// @param streams where their streams are, often the same place
public record Service(Endpoint tables, Endpoint streams) {}
