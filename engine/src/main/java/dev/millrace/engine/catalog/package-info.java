/// What exists: tables with their partitions, streams with their shards.
///
/// [CatalogState] is an unchanging picture of it all, kept whole in memory. It changes only by
/// [CatalogChange]s, which come from commits; [Catalog] holds the picture that the last applied
/// commit left.
@NullMarked
package dev.millrace.engine.catalog;

import org.jspecify.annotations.NullMarked;
