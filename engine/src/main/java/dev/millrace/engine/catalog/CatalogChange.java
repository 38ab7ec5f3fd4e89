package dev.millrace.engine.catalog;

/// One step by which the catalog changes.
public sealed interface CatalogChange {
    /// Adds a table, or replaces the one with its id.
    record PutTable(Table table) implements CatalogChange {}

    /// Removes a table and all its items.
    record RemoveTable(Table table) implements CatalogChange {}

    /// Adds a stream, or replaces the one with its id.
    record PutStream(Stream stream) implements CatalogChange {}

    /// Adds a shard to its stream, or replaces the one with its number.
    record PutShard(Shard shard) implements CatalogChange {}
}
