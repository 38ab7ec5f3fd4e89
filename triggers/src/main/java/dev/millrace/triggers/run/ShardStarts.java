package dev.millrace.triggers.run;

import static java.util.stream.Collectors.toSet;

import dev.millrace.model.stream.ShardDescription;
import dev.millrace.triggers.mapping.EventSourceMapping;
import dev.millrace.triggers.poll.Lineage;
import dev.millrace.triggers.poll.Progress;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the shards of a mapping's stream that may be gone through now, and where to go on in each.
final class ShardStarts {
    private final Surroundings surroundings;
    private final EventSourceMapping mapping;
    private final Checkpoints checkpoints;

    ShardStarts(Surroundings surroundings, EventSourceMapping mapping, Checkpoints checkpoints) {
        this.surroundings = surroundings;
        this.mapping = mapping;
        this.checkpoints = checkpoints;
    }

    /// Those that are ready and not among `running`. Whatever tokens were granted for them are good
    /// for nothing any more.
    ///
    /// @throws dev.millrace.model.error.ApiException if there is no such stream
    List<ShardStart> ready(Set<String> running) {
        StreamShards stream = StreamShards.of(mapping.eventSourceArn(), surroundings.operations());
        checkpoints.retain(
                stream.shards().stream().map(ShardDescription::shardId).collect(toSet()));
        Map<String, Progress> progress = checkpoints.read();
        return Lineage.ready(stream.shards(), progress).stream()
                .map(ShardDescription::shardId)
                .filter(shardId -> !running.contains(shardId))
                .map(shardId ->
                        new ShardStart(
                                shardId,
                                stream.partitionKey(),
                                progress.getOrDefault(shardId, Progress.NONE),
                                effects(shardId).settleAll()))
                .toList();
    }

    private Effects effects(String shardId) {
        return Effects.of(surroundings, mapping.uuid(), shardId);
    }
}
