package dev.millrace.triggers.run;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.triggers.deadletter.DeadLetterDocument;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is kept of mappings beside themselves: documents of several kinds, whose keys all begin
/// with the mapping's UUID and a slash.
///
/// @param operations where they are kept
record MappingDocuments(StreamOperations operations) {
    // About shards: the key goes on with the shard.
    private static final List<String> OF_SHARDS =
            List.of(ProgressDocument.KIND, EffectDocument.KIND);
    private static final List<String> ALL =
            List.of(
                    ProgressDocument.KIND,
                    EffectDocument.KIND,
                    EffectDocument.REPLAY_KIND,
                    DeadLetterDocument.KIND);

    /// What there is to remove when a mapping is.
    List<DocumentChange> of(String mappingUuid) {
        return removals(ALL, mappingUuid + "/", _ -> true);
    }

    /// What there is to remove when a mapping's shards are gone but those that are `listed`.
    List<DocumentChange> ofShardsBut(String mappingUuid, Set<String> listed) {
        return removals(OF_SHARDS, mappingUuid + "/", key -> !listed.contains(part(key, 1)));
    }

    /// Forgets those of mappings that are not among `uuids`: a crash may leave some behind.
    void retain(Set<String> uuids) {
        List<DocumentChange> gone = removals(ALL, "", key -> !uuids.contains(part(key, 0)));
        if (!gone.isEmpty()) {
            operations.writeDocuments().execute(new WriteDocumentsRequest(gone));
        }
    }

    private List<DocumentChange> removals(
            List<String> kinds, String keyPrefix, Predicate<String> isGone) {
        return kinds.stream()
                .flatMap(kind -> read(kind, keyPrefix))
                .filter(document -> isGone.test(document.key()))
                .map(document -> DocumentChange.remove(document.kind(), document.key()))
                .toList();
    }

    private Stream<Document> read(String kind, String keyPrefix) {
        var request = new ReadDocumentsRequest(kind, keyPrefix);
        return operations.readDocuments().execute(request).documents().stream();
    }

    private static String part(String key, int index) {
        return key.split("/", -1)[index];
    }
}
