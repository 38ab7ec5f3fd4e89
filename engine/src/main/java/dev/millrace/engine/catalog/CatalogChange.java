package dev.millrace.engine.catalog;

/// One step by which the catalog changes.
public sealed interface CatalogChange {
    /// Adds a table, or replaces the one with its id.
    record PutTable(Table table) implements CatalogChange {}

    /// Removes a table and all its items.
    record RemoveTable(Table table) implements CatalogChange {}

    /// Removes all entries of an index, and what is known of their number and of how far it has
    /// been filled. The table's own row goes with a change of the table.
    record RemoveIndex(Table table, int indexId) implements CatalogChange {}

    /// Adds a stream, or replaces the one with its id.
    record PutStream(Stream stream) implements CatalogChange {}

    /// Adds a shard to its stream, or replaces the one with its number.
    record PutShard(Shard shard) implements CatalogChange {}

    /// Attaches a policy to the table or stream with this ARN, or replaces the one it has.
    record PutPolicy(String resourceArn, ResourcePolicy policy) implements CatalogChange {}

    /// Detaches the policy of the table or stream with this ARN.
    record RemovePolicy(String resourceArn) implements CatalogChange {}
}
