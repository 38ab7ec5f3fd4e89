/// Throughput: whether a table or index still has capacity for a request, by what its owner
/// provisioned or set as a maximum.
///
/// Each arm (reads, writes) of each table and global index has a [Bucket] of units that fills by
/// the second; local indexes live on their table's. A [Throttle] lends units before a request is
/// carried out, when its cost can only be estimated, and settles the rest when the cost is known. A
/// write has to find units with its table and with every global index that it changes. A server
/// that does not throttle has [Throttle#NONE], which knows nothing and asks nobody. Buckets live in
/// memory and begin with one second's worth.
@NullMarked
package dev.millrace.engine.throttle;

import org.jspecify.annotations.NullMarked;
