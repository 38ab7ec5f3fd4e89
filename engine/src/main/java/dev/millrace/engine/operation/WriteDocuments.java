package dev.millrace.engine.operation;

import dev.millrace.engine.commit.ItemCommand;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.WriteDocumentsResponse;
import dev.millrace.model.value.Binary;

/// Changes documents, all in one commit. It shares its group with the item writes around it, so a
/// checkpoint costs no fsync of its own where there is other work.
public final class WriteDocuments
        implements Operation<WriteDocumentsRequest, WriteDocumentsResponse> {
    private final Sequencer sequencer;

    public WriteDocuments(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    @Override
    public WriteDocumentsResponse execute(WriteDocumentsRequest request) {
        request.changes().forEach(WriteDocuments::requireSize);
        return sequencer.submit(
                (ItemCommand<WriteDocumentsResponse>)
                        items -> {
                            request.changes().forEach(items::change);
                            return new WriteDocumentsResponse();
                        });
    }

    // Documents are written by our own code, which knows the bound.
    private static void requireSize(DocumentChange change) {
        Binary content = change.content();
        if (content != null && content.length() > Document.CONTENT_BYTES_MAX) {
            throw new IllegalArgumentException("a document is larger than documents may be");
        }
    }
}
