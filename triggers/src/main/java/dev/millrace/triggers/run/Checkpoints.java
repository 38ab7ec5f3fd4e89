package dev.millrace.triggers.run;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.LatestSequenceNumberRequest;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.triggers.mapping.StartingPosition;
import dev.millrace.triggers.poll.Progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How far a mapping has come in each shard, kept in the log.
final class Checkpoints {
    private final StreamOperations operations;
    private final String mappingUuid;

    Checkpoints(StreamOperations operations, String mappingUuid) {
        this.operations = operations;
        this.mappingUuid = mappingUuid;
    }

    /// All that are kept, by shard.
    Map<String, Progress> read() {
        Map<String, Progress> progress = new HashMap<>();
        for (Document document : documents()) {
            progress.put(shardOf(document), ProgressDocument.decode(document));
        }
        return progress;
    }

    /// Keeps one, and forgets the effects that it covers; returns once that is durable.
    void write(String shardId, Progress progress, List<Effect> covered) {
        List<DocumentChange> changes = new ArrayList<>();
        changes.add(ProgressDocument.put(mappingUuid, shardId, progress));
        covered.forEach(effect -> changes.add(EffectDocument.removal(EffectDocument.KIND, effect)));
        write(changes);
    }

    /// Forgets those of shards that are not among `listed`, which are gone with all their records.
    void retain(Set<String> listed) {
        MappingDocuments kept = new MappingDocuments(operations);
        List<DocumentChange> gone = kept.ofShardsBut(mappingUuid, listed);
        if (!gone.isEmpty()) {
            write(gone);
        }
    }

    /// What a new mapping begins with. What is written behind the moment of this call is not
    /// missed, whatever the starting position.
    List<DocumentChange> beginnings(
            String streamArn, List<ShardDescription> shards, StartingPosition position) {
        return switch (position) {
            case TRIM_HORIZON -> List.of();
            case LATEST ->
                    shards.stream()
                            .map(shard ->
                                    ProgressDocument.put(
                                            mappingUuid, shard.shardId(), latest(streamArn, shard)))
                            .toList();
        };
    }

    private Progress latest(String streamArn, ShardDescription shard) {
        if (shard.endingSequenceNumber() != null) {
            return Progress.ENDED;
        }
        var request = new LatestSequenceNumberRequest(streamArn, shard.shardId());
        return Progress.behind(operations.latestSequenceNumber().execute(request).sequenceNumber());
    }

    private List<Document> documents() {
        var request =
                new ReadDocumentsRequest(
                        ProgressDocument.KIND, ProgressDocument.prefix(mappingUuid));
        return operations.readDocuments().execute(request).documents();
    }

    private void write(List<DocumentChange> changes) {
        operations.writeDocuments().execute(new WriteDocumentsRequest(changes));
    }

    private String shardOf(Document document) {
        return document.key().substring(ProgressDocument.prefix(mappingUuid).length());
    }
}
