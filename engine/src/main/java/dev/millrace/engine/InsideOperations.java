package dev.millrace.engine;

import dev.millrace.engine.commit.CommandQueue;
import dev.millrace.engine.commit.LogHealth;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.document.Documents;
import dev.millrace.engine.operation.BulkTarget;
import dev.millrace.engine.operation.DestinationAccess;
import dev.millrace.engine.operation.GetRecords;
import dev.millrace.engine.operation.GrantToken;
import dev.millrace.engine.operation.ItemAccess;
import dev.millrace.engine.operation.LatestSequenceNumber;
import dev.millrace.engine.operation.MeasureLag;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.PutBulk;
import dev.millrace.engine.operation.PutItem;
import dev.millrace.engine.operation.ReadDocuments;
import dev.millrace.engine.operation.RevokeTokens;
import dev.millrace.engine.operation.StreamAccess;
import dev.millrace.engine.operation.TableAccess;
import dev.millrace.engine.operation.WriteDocuments;
import dev.millrace.engine.token.GrantedTokens;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GrantTokenRequest;
import dev.millrace.model.request.LatestSequenceNumberRequest;
import dev.millrace.model.request.MeasureLagRequest;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.RevokeTokensRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.response.GrantTokenResponse;
import dev.millrace.model.response.LatestSequenceNumberResponse;
import dev.millrace.model.response.MeasureLagResponse;
import dev.millrace.model.response.PutItemResponse;
import dev.millrace.model.response.ReadDocumentsResponse;
import dev.millrace.model.response.RevokeTokensResponse;
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
    private final GrantedTokens tokens;
    private final ItemAccess items;
    private final DestinationAccess destinations;

    InsideOperations(
            Store store,
            StoredState stored,
            Sequencer sequencer,
            ItemAccess items,
            StreamAccess streams,
            TableAccess tables,
            LongSupplier appliedPosition) {
        this.documents = new Documents(store);
        this.sequencer = sequencer;
        this.items = items.ofOwn();
        this.streams = streams.ofOwn();
        this.appliedPosition = appliedPosition;
        this.store = store;
        this.destinations = stored.destinations(store, tables);
        this.tokens = stored.tokens().granted();
    }

    DestinationAccess destinationAccess() {
        return destinations;
    }

    /// What is asked for Kinesis destinations.
    public DestinationOperations destinations() {
        return new DestinationOperations(destinations);
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

    /// What waits to be written.
    public CommandQueue queue() {
        return sequencer.queue();
    }

    /// Writes an item, without being refused for want of room.
    public Operation<PutItemRequest, PutItemResponse> putItem() {
        return new PutItem(items);
    }

    /// Finds the table that a bulk operation puts items into.
    public Operation<BulkTarget.Request, BulkTarget.Response> bulkTarget() {
        return new BulkTarget(items.catalog());
    }

    /// Puts items of a bulk operation.
    public Operation<PutBulk.Request, PutBulk.Response> putBulk() {
        return new PutBulk(items);
    }

    /// Reads records, without being refused for want of room.
    public Operation<GetRecordsRequest, GetRecordsResponse> getRecords() {
        return new GetRecords(streams);
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

    /// Lets a transaction come with a token that is written down with it.
    public Operation<GrantTokenRequest, GrantTokenResponse> grantToken() {
        return new GrantToken(tokens);
    }

    /// Takes such tokens back, and tells which were used.
    public Operation<RevokeTokensRequest, RevokeTokensResponse> revokeTokens() {
        return new RevokeTokens(tokens, documents, sequencer);
    }

    /// Tells how much of a shard lies behind a sequence number.
    public Operation<MeasureLagRequest, MeasureLagResponse> measureLag() {
        return new MeasureLag(streams);
    }
}
