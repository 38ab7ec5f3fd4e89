/// The life of shards: how they open, roll over, split, close and are trimmed, and when.
///
/// [ShardTimes] tells the moments, [ShardLineage] makes the changes of the catalog that a birth or
/// an end consists of, always both in one commit, and the timers [ShardKeeper] and
/// [PartitionSplitter] see to it that what is due happens. All of it goes through the sequencer
/// like any other change.
@NullMarked
package dev.millrace.engine.shard;

import org.jspecify.annotations.NullMarked;
