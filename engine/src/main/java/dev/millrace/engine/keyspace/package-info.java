/// Every key and value that is stored, as code; docs/keyspace.md shows the same byte by byte.
///
/// The store has seven families. `meta` holds the format version, the position that the log has
/// reached, the counters, the catalog and the request tokens; `items` holds one row an item, in the
/// order of the partition key's hash; `records` holds one row a stream record, in the order of the
/// sequence numbers of each shard; `index` and `expiry` find items in other orders; `history` holds
/// what items were before their changes, and `backups` copies of whole tables. Nothing outside this
/// package builds a key, and a change of any byte is a new [FormatVersion].
@NullMarked
package dev.millrace.engine.keyspace;

import org.jspecify.annotations.NullMarked;
