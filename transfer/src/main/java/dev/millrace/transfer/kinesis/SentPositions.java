package dev.millrace.transfer.kinesis;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import java.util.List;
import java.util.Locale;

/// How far each outbox was sent, as documents of the engine.
record SentPositions(KinesisEngine engine) {
    private static final String KIND = "kinesis-position";
    private static final Member<Long> POSITION = Member.longInteger("Sent").required();
    private static final Structure DOCUMENT = Structure.of("SentPosition", POSITION);

    /// The position up to which everything in an outbox was sent; 0 if nothing was.
    long of(int outboxId) {
        return engine
                .readDocuments()
                .execute(new ReadDocumentsRequest(KIND, key(outboxId)))
                .documents()
                .stream()
                .mapToLong(SentPositions::position)
                .findFirst()
                .orElse(0);
    }

    /// Writes down how far an outbox was sent.
    void save(int outboxId, long position) {
        JsonOutput content = new JsonOutput();
        content.document(() -> content.whole(POSITION.name(), position));
        change(DocumentChange.put(KIND, key(outboxId), content.toByteArray()));
    }

    /// Forgets an outbox.
    void remove(int outboxId) {
        change(DocumentChange.remove(KIND, key(outboxId)));
    }

    /// The outboxes of which something is written down.
    List<Integer> ids() {
        return engine
                .readDocuments()
                .execute(new ReadDocumentsRequest(KIND, ""))
                .documents()
                .stream()
                .map(document -> Integer.valueOf(document.key()))
                .toList();
    }

    private void change(DocumentChange change) {
        engine.writeDocuments().execute(new WriteDocumentsRequest(List.of(change)));
    }

    private static long position(Document document) {
        byte[] content = document.content().bytes();
        return DOCUMENT.decode(new JsonInput(content, 0, content.length)).require(POSITION);
    }

    // All of one length, so that none is the beginning of another.
    private static String key(int outboxId) {
        return String.format(Locale.ROOT, "%010d", outboxId);
    }
}
