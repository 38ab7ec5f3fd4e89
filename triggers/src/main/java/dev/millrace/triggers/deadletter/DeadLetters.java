package dev.millrace.triggers.deadletter;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.ReadDocumentsResponse;
import dev.millrace.model.response.WriteDocumentsResponse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The dead letters of all mappings, kept in the engine: of each mapping the latest [#KEPT_MAX]. If
/// there are more, those that were replayed with success go first, then the oldest. Safe for many
/// threads.
public final class DeadLetters {
    /// The most dead letters of one mapping.
    public static final int KEPT_MAX = 1_000;

    private static final Comparator<DeadLetter> OLDEST_FIRST =
            Comparator.<DeadLetter, Instant>comparing(letter -> letter.givenUp().moment())
                    .thenComparing(DeadLetterDocument::key);

    private final Operation<ReadDocumentsRequest, ReadDocumentsResponse> read;
    private final Operation<WriteDocumentsRequest, WriteDocumentsResponse> write;
    private final int keptMax;
    private final ReentrantLock lock = new ReentrantLock();

    /// @param keptMax how many of one mapping are kept
    public DeadLetters(
            Operation<ReadDocumentsRequest, ReadDocumentsResponse> read,
            Operation<WriteDocumentsRequest, WriteDocumentsResponse> write,
            int keptMax) {
        this.read = read;
        this.write = write;
        this.keptMax = keptMax;
    }

    /// Those of one mapping, the oldest first.
    public List<DeadLetter> of(String mappingUuid) {
        return list(mappingUuid + "/");
    }

    /// Those of all mappings, the oldest first.
    public List<DeadLetter> all() {
        return list("");
    }

    /// The one whose records begin with this sequence number.
    public Optional<DeadLetter> find(String mappingUuid, String shardId, String first) {
        String key = mappingUuid + "/" + shardId + "/" + first;
        return documents(key).stream()
                .filter(document -> document.key().equals(key))
                .findFirst()
                .map(DeadLetterDocument::decode);
    }

    /// Keeps a letter; returns once that is durable. One that tells of the same records is
    /// replaced: after a crash, records may be given up once more.
    public void keep(DeadLetter letter) {
        keep(letter, List.of());
    }

    /// Keeps a letter and changes other documents, all in one commit.
    public void keep(DeadLetter letter, List<DocumentChange> together) {
        lock.lock();
        try {
            List<DocumentChange> changes = new ArrayList<>(surplus(letter));
            changes.addAll(together);
            changes.add(DeadLetterDocument.put(letter));
            write.execute(new WriteDocumentsRequest(changes));
        } finally {
            lock.unlock();
        }
    }

    // What has to go so that there is room for one more.
    private List<DocumentChange> surplus(DeadLetter letter) {
        String key = DeadLetterDocument.key(letter);
        List<Document> others =
                documents(letter.mappingUuid() + "/").stream()
                        .filter(document -> !document.key().equals(key))
                        .toList();
        return others.size() < keptMax
                ? List.of()
                : others.stream()
                        .map(DeadLetterDocument::decode)
                        .sorted(
                                Comparator.comparing(DeadLetter::isSettled)
                                        .reversed()
                                        .thenComparing(OLDEST_FIRST))
                        .limit(others.size() - keptMax + 1L)
                        .map(each ->
                                DocumentChange.remove(
                                        DeadLetterDocument.KIND, DeadLetterDocument.key(each)))
                        .toList();
    }

    private List<DeadLetter> list(String keyPrefix) {
        return documents(keyPrefix).stream()
                .map(DeadLetterDocument::decode)
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private List<Document> documents(String keyPrefix) {
        var request = new ReadDocumentsRequest(DeadLetterDocument.KIND, keyPrefix);
        return read.execute(request).documents();
    }
}
