package dev.millrace.triggers.run;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.LatestSequenceNumberRequest;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.triggers.mapping.StartingPosition;
import dev.millrace.triggers.poll.Progress;

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

    /// Keeps one; returns once it is durable.
    void write(String shardId, Progress progress) {
        write(List.of(ProgressDocument.put(mappingUuid, shardId, progress)));
    }

    /// Forgets those of shards that are not among `listed`, which are gone with all their records.
    void retain(Set<String> listed) {
        List<DocumentChange> gone =
                documents().stream()
                        .filter(document -> !listed.contains(shardOf(document)))
                        .map(Checkpoints::removal)
                        .toList();
        if (!gone.isEmpty()) {
            write(gone);
        }
    }

    /// What there is to remove when the mapping is.
    List<DocumentChange> removals() {
        return documents().stream().map(Checkpoints::removal).toList();
    }

    /// Forgets those of mappings that are not among `uuids`: a crash may leave some behind.
    static void retainMappings(Set<String> uuids, StreamOperations operations) {
        var request = new ReadDocumentsRequest(ProgressDocument.KIND, "");
        List<DocumentChange> gone =
                operations.readDocuments().execute(request).documents().stream()
                        .filter(document -> !uuids.contains(mappingOf(document)))
                        .map(Checkpoints::removal)
                        .toList();
        if (!gone.isEmpty()) {
            operations.writeDocuments().execute(new WriteDocumentsRequest(gone));
        }
    }

    private static String mappingOf(Document document) {
        return document.key().substring(0, document.key().indexOf('/'));
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

    private static DocumentChange removal(Document document) {
        return DocumentChange.remove(document.kind(), document.key());
    }
}
