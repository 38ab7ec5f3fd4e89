package dev.millrace.engine.item;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// What a commit does to one item: it always changes something, so `before` and `after` differ.
///
/// @param before null if there was no item
/// @param after null if there is none any more
/// @param position the change's place in the log, unique and growing
/// @param expired whether time to live deletes the item
public record ItemChange(
        Table table,
        PrimaryKey key,
        RowKey rowKey,
        @Nullable Item before,
        @Nullable Item after,
        long position,
        boolean expired) {}
