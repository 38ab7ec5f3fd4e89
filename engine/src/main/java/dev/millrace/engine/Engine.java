package dev.millrace.engine;

import dev.millrace.engine.backfill.BackfillWorker;
import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.commit.Applier;
import dev.millrace.engine.commit.LocalCommitLog;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.expiry.ExpiryBackfill;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.item.WriteHeat;
import dev.millrace.engine.keyspace.FormatVersion;
import dev.millrace.engine.operation.BatchGetItem;
import dev.millrace.engine.operation.BatchWriteItem;
import dev.millrace.engine.operation.CreateTable;
import dev.millrace.engine.operation.DeleteItem;
import dev.millrace.engine.operation.DeleteTable;
import dev.millrace.engine.operation.DescribeStream;
import dev.millrace.engine.operation.DescribeTable;
import dev.millrace.engine.operation.GetItem;
import dev.millrace.engine.operation.GetRecords;
import dev.millrace.engine.operation.GetShardIterator;
import dev.millrace.engine.operation.ItemAccess;
import dev.millrace.engine.operation.ListStreams;
import dev.millrace.engine.operation.ListTables;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.PutItem;
import dev.millrace.engine.operation.Query;
import dev.millrace.engine.operation.Scan;
import dev.millrace.engine.operation.StatusDelay;
import dev.millrace.engine.operation.StreamAccess;
import dev.millrace.engine.operation.TableAccess;
import dev.millrace.engine.operation.TableSettling;
import dev.millrace.engine.operation.TokensUnderWay;
import dev.millrace.engine.operation.TransactGetItems;
import dev.millrace.engine.operation.TransactWriteItems;
import dev.millrace.engine.operation.UpdateItem;
import dev.millrace.engine.operation.UpdateTable;
import dev.millrace.engine.query.PageReader;
import dev.millrace.engine.schedule.Schedule;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.StreamWatch;
import dev.millrace.model.request.BatchGetItemRequest;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.request.ListStreamsRequest;
import dev.millrace.model.request.ListTablesRequest;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.request.ScanRequest;
import dev.millrace.model.request.TransactGetItemsRequest;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.request.UpdateItemRequest;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.response.BatchGetItemResponse;
import dev.millrace.model.response.BatchWriteItemResponse;
import dev.millrace.model.response.CreateTableResponse;
import dev.millrace.model.response.DeleteItemResponse;
import dev.millrace.model.response.DeleteTableResponse;
import dev.millrace.model.response.DescribeStreamResponse;
import dev.millrace.model.response.DescribeTableResponse;
import dev.millrace.model.response.GetItemResponse;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.response.GetShardIteratorResponse;
import dev.millrace.model.response.ListStreamsResponse;
import dev.millrace.model.response.ListTablesResponse;
import dev.millrace.model.response.PutItemResponse;
import dev.millrace.model.response.QueryResponse;
import dev.millrace.model.response.ScanResponse;
import dev.millrace.model.response.TransactGetItemsResponse;
import dev.millrace.model.response.TransactWriteItemsResponse;
import dev.millrace.model.response.UpdateItemResponse;
import dev.millrace.model.response.UpdateTableResponse;
import dev.millrace.store.Snapshot;
import dev.millrace.store.Store;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Tables and streams on a store, running.
///
/// Puts the parts together and hands out the operations; it decides nothing itself. Closing it
/// carries out what is queued and leaves the store open.
public final class Engine implements AutoCloseable {
    private final Applier applier;
    private final Sequencer sequencer;
    private final BackfillWorker backfills;
    private final ItemAccess items;
    private final TableAccess tables;
    private final StreamAccess streams;
    private final ReaderOperations readers;
    private final PageReader pages;
    private final Supplier<Snapshot> snapshots;
    private final TokensUnderWay tokensUnderWay = new TokensUnderWay();
    private final RandomGenerator random;
    private final StatementOperations statements;
    private final ShardOperations shards;
    private final BackupOperations backups;
    private final ExpiryBackfill backfill;
    private final Schedule schedule;
    private final InsideOperations inside;

    private Engine(EngineOptions options, Store store) {
        random = options.random();
        StoredState stored = StoredState.load(store);
        Catalog catalog = stored.catalog();
        ItemRows rows = new ItemRows(store);
        WriteHeat heat = options.shards().measure();
        StreamWatch watch = StreamWatch.start(options.clock());
        applier = stored.applier(heat, watch);
        LocalCommitLog log = new LocalCommitLog(store, applier, options.durability());
        HybridClock clock = new HybridClock(options.clock(), stored.position());
        sequencer = stored.sequencer(options, log, rows, clock);
        snapshots = store::snapshot;
        pages = new PageReader(store, snapshots);
        streams = ReaderOperations.access(options, store, catalog, watch);
        readers = new ReaderOperations(streams, applier::position);
        ResourceNames names = new ResourceNames(options.region(), options.account());
        items = stored.items(options, store, rows, sequencer, names);
        statements =
                new StatementOperations(
                        items, pages, snapshots, tokensUnderWay, Secret.of(store, random));
        tables =
                new TableAccess(
                        catalog,
                        stored.totals(),
                        streams.records(),
                        sequencer,
                        names,
                        options.clock(),
                        new StatusDelay(options.tables().statusDelay(), options.clock()),
                        stored.indexTotals());
        backups =
                new BackupOperations(
                        store, stored, tables, () -> RandomUuid.of(random), this::wakeBackfills);
        backfills = DueWork.backfills(options, store, stored, sequencer, backups);
        sequencer.health().whenWritable(backfills::wake);
        backfill = new ExpiryBackfill(catalog, store, sequencer);
        shards =
                new ShardOperations(
                        options, store, catalog, stored.totals(), heat, streams, sequencer);
        inside =
                new InsideOperations(
                        store, stored, sequencer, items, streams, tables, applier::position);
        schedule =
                DueWork.schedule(
                        options, store, inside, backfills::wake, backfill, shards, backups);
    }

    // The works that are asked for make the worker, which is made after those who ask.
    private void wakeBackfills() {
        backfills.wake();
    }

    /// Opens an engine on `store`, which was opened with all families of the keyspace.
    ///
    /// @throws dev.millrace.engine.keyspace.NewerFormatException if a later version wrote the
    ///   store, which stays untouched
    public static Engine open(EngineOptions options, Store store) {
        FormatVersion.require(store);
        Engine engine = new Engine(options, store);
        engine.sequencer.start();
        TableSettling.settleAll(engine.tables);
        engine.backfills.start();
        engine.schedule.start();
        return engine;
    }

    /// What other modules of the process ask for, and clients cannot.
    public InsideOperations inside() {
        return inside;
    }

    /// The work that is due at moments; whoever moves the clock of the engine drives it.
    public Schedule schedule() {
        return schedule;
    }

    public Operation<PutItemRequest, PutItemResponse> putItem() {
        return new PutItem(items);
    }

    public Operation<GetItemRequest, GetItemResponse> getItem() {
        return new GetItem(items);
    }

    public Operation<UpdateItemRequest, UpdateItemResponse> updateItem() {
        return new UpdateItem(items);
    }

    public Operation<DeleteItemRequest, DeleteItemResponse> deleteItem() {
        return new DeleteItem(items);
    }

    public Operation<BatchWriteItemRequest, BatchWriteItemResponse> batchWriteItem() {
        return new BatchWriteItem(items);
    }

    public Operation<BatchGetItemRequest, BatchGetItemResponse> batchGetItem() {
        return new BatchGetItem(items);
    }

    public Operation<QueryRequest, QueryResponse> query() {
        return new Query(items, pages);
    }

    public Operation<ScanRequest, ScanResponse> scan() {
        return new Scan(items, pages);
    }

    public Operation<TransactWriteItemsRequest, TransactWriteItemsResponse> transactWriteItems() {
        return new TransactWriteItems(items, tokensUnderWay);
    }

    public Operation<TransactGetItemsRequest, TransactGetItemsResponse> transactGetItems() {
        return new TransactGetItems(items, snapshots);
    }

    public StatementOperations statements() {
        return statements;
    }

    public VectorOperations vectors() {
        return new VectorOperations(items, snapshots);
    }

    public Operation<CreateTableRequest, CreateTableResponse> createTable() {
        return new CreateTable(tables, () -> RandomUuid.of(random));
    }

    public Operation<UpdateTableRequest, UpdateTableResponse> updateTable() {
        return new UpdateTable(tables, backfills::wake);
    }

    public Operation<DeleteTableRequest, DeleteTableResponse> deleteTable() {
        return new DeleteTable(tables, backfills::wake);
    }

    public Operation<DescribeTableRequest, DescribeTableResponse> describeTable() {
        return new DescribeTable(tables);
    }

    public Operation<ListTablesRequest, ListTablesResponse> listTables() {
        return new ListTables(tables.catalog());
    }

    /// The operations on what belongs to a table or stream beside its items.
    public ResourceOperations resources() {
        return new ResourceOperations(tables, backfill, items.contributors());
    }

    public Operation<ListStreamsRequest, ListStreamsResponse> listStreams() {
        return new ListStreams(streams);
    }

    public Operation<DescribeStreamRequest, DescribeStreamResponse> describeStream() {
        return new DescribeStream(streams);
    }

    public Operation<GetShardIteratorRequest, GetShardIteratorResponse> getShardIterator() {
        return new GetShardIterator(streams, applier::position);
    }

    public Operation<GetRecordsRequest, GetRecordsResponse> getRecords() {
        return new GetRecords(streams);
    }

    /// What readers of streams can have beyond AWS.
    public ReaderOperations readers() {
        return readers;
    }

    /// Backups of tables, and tables restored from them or from their past.
    public BackupOperations backups() {
        return backups;
    }

    /// The life of the streams' shards, and how to hurry it.
    public ShardOperations shards() {
        return shards;
    }

    @Override
    public void close() {
        readers.endWaiting();
        schedule.close();
        backfills.close();
        sequencer.close();
    }
}
