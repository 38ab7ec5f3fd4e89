package dev.millrace.engine.catalog;

import java.util.List;

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

    /// Removes a closed shard. Its records become a [Leftover].
    record RemoveShard(Shard shard) implements CatalogChange {}

    /// Removes a stream with all its shards. Its records become a [Leftover].
    record RemoveStream(Stream stream) implements CatalogChange {}

    /// Remembers records whose space is to be given back.
    record PutLeftover(Leftover leftover) implements CatalogChange {}

    /// Forgets them: their space has been given back.
    record RemoveLeftover(Leftover leftover) implements CatalogChange {}

    /// Enters items that were there before into the expiry index of their table.
    ///
    /// @param keys the keys of the entries, as [dev.millrace.engine.keyspace.ExpiryKeys#key] makes
    ///   them
    record PutExpiries(List<byte[]> keys) implements CatalogChange {}

    /// Empties the expiry index of a table.
    record RemoveExpiries(int tableId) implements CatalogChange {}

    /// Adds a backup, or replaces the one with its id.
    record PutBackup(Backup backup) implements CatalogChange {}

    /// Removes a backup. Its items become a [LeftoverRange].
    record RemoveBackup(Backup backup) implements CatalogChange {}

    /// Remembers a range whose space is to be given back.
    record PutLeftoverRange(LeftoverRange leftover) implements CatalogChange {}

    /// Forgets it: its space has been given back.
    record RemoveLeftoverRange(LeftoverRange leftover) implements CatalogChange {}

    /// Adds a Kinesis destination, or replaces the one with its id.
    record PutDestination(KinesisDestination destination) implements CatalogChange {}

    /// Removes a Kinesis destination and what is left in its outbox.
    record RemoveDestination(int id) implements CatalogChange {}

    /// Removes the changes in a destination's outbox whose position is `position` or before.
    record TrimOutbox(int destinationId, long position) implements CatalogChange {}

    /// Attaches a policy to the table or stream with this ARN, or replaces the one it has.
    record PutPolicy(String resourceArn, ResourcePolicy policy) implements CatalogChange {}

    /// Detaches the policy of the table or stream with this ARN.
    record RemovePolicy(String resourceArn) implements CatalogChange {}
}
