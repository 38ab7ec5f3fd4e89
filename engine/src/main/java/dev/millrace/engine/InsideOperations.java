package dev.millrace.engine;

import dev.millrace.engine.commit.LogHealth;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.document.Documents;
import dev.millrace.engine.operation.LatestSequenceNumber;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.ReadDocuments;
import dev.millrace.engine.operation.StreamAccess;
import dev.millrace.engine.operation.WriteDocuments;
import dev.millrace.model.request.LatestSequenceNumberRequest;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.LatestSequenceNumberResponse;
import dev.millrace.model.response.ReadDocumentsResponse;
import dev.millrace.model.response.WriteDocumentsResponse;
import dev.millrace.store.Store;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/// Operations for modules of the same process; no client can ask for them.
public final class InsideOperations {
    private final Documents documents;
    private final Sequencer sequencer;
    private final StreamAccess streams;
    private final LongSupplier appliedPosition;
    private final Store store;

    InsideOperations(
            Documents documents,
            Sequencer sequencer,
            StreamAccess streams,
            LongSupplier appliedPosition,
            Store store) {
        this.documents = documents;
        this.sequencer = sequencer;
        this.streams = streams;
        this.appliedPosition = appliedPosition;
        this.store = store;
    }

    /// Whether the engine takes writes.
    public LogHealth health() {
        return sequencer.health();
    }

    /// Writes a copy of everything as it is at one moment into a directory that does not exist yet;
    /// every write that was answered before is in it.
    ///
    /// @throws UnsupportedOperationException if everything is kept in memory
    public void copyTo(Path directory) {
        store.checkpoint(directory);
    }

    /// Tells where the next record of a shard will stand.
    public Operation<LatestSequenceNumberRequest, LatestSequenceNumberResponse>
            latestSequenceNumber() {
        return new LatestSequenceNumber(streams, appliedPosition);
    }

    /// Reads what modules beside the engine keep in it.
    public Operation<ReadDocumentsRequest, ReadDocumentsResponse> readDocuments() {
        return new ReadDocuments(documents);
    }

    /// Changes what modules beside the engine keep in it.
    public Operation<WriteDocumentsRequest, WriteDocumentsResponse> writeDocuments() {
        return new WriteDocuments(sequencer);
    }
}
