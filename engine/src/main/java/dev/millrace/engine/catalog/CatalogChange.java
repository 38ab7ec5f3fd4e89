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

    /// Removes a closed shard. Its records become a [Leftover].
    record RemoveShard(Shard shard) implements CatalogChange {}

    /// Removes a stream with all its shards. Its records become a [Leftover].
    record RemoveStream(Stream stream) implements CatalogChange {}

    /// Remembers records whose space is to be given back.
    record PutLeftover(Leftover leftover) implements CatalogChange {}

    /// Forgets them: their space has been given back.
    record RemoveLeftover(Leftover leftover) implements CatalogChange {}

    /// Attaches a policy to the table or stream with this ARN, or replaces the one it has.
    record PutPolicy(String resourceArn, ResourcePolicy policy) implements CatalogChange {}

    /// Detaches the policy of the table or stream with this ARN.
    record RemovePolicy(String resourceArn) implements CatalogChange {}
}
