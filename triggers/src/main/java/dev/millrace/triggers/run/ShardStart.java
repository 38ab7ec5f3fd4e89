package dev.millrace.triggers.run;

import dev.millrace.triggers.poll.LaneRange;
import dev.millrace.triggers.poll.Progress;

import java.util.List;

/// A shard, and where to go on in it.
///
/// @param partitionKey the name of the table's partition key
/// @param progress what the checkpoint says
/// @param effects what is done beyond that
record ShardStart(String shardId, String partitionKey, Progress progress, List<Effect> effects) {
    List<LaneRange> done() {
        return effects.stream().map(Effect::range).toList();
    }
}
