package dev.millrace.conformance.model;

import dev.millrace.engine.Engine;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.BatchExecuteStatementRequest;
import dev.millrace.model.request.BatchGetItemRequest;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.CreateBackupRequest;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.DeleteItemRequest;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.DescribeBackupRequest;
import dev.millrace.model.request.DescribeContinuousBackupsRequest;
import dev.millrace.model.request.DescribeStreamRequest;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.request.ExecuteStatementRequest;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.GetShardIteratorRequest;
import dev.millrace.model.request.KeysAndAttributes;
import dev.millrace.model.request.ListStreamsRequest;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.request.RestoreTableFromBackupRequest;
import dev.millrace.model.request.RestoreTableToPointInTimeRequest;
import dev.millrace.model.request.ScanRequest;
import dev.millrace.model.request.SearchVectorsRequest;
import dev.millrace.model.request.TransactGetItemsRequest;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.request.UpdateContinuousBackupsRequest;
import dev.millrace.model.request.UpdateItemRequest;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.request.UpdateTimeToLiveRequest;
import dev.millrace.model.response.BatchExecuteStatementResponse;
import dev.millrace.model.response.BatchGetItemResponse;
import dev.millrace.model.response.BatchWriteItemResponse;
import dev.millrace.model.response.CreateBackupResponse;
import dev.millrace.model.response.CreateTableResponse;
import dev.millrace.model.response.DeleteItemResponse;
import dev.millrace.model.response.DeleteTableResponse;
import dev.millrace.model.response.DescribeBackupResponse;
import dev.millrace.model.response.DescribeContinuousBackupsResponse;
import dev.millrace.model.response.DescribeStreamResponse;
import dev.millrace.model.response.DescribeTableResponse;
import dev.millrace.model.response.ExecuteStatementResponse;
import dev.millrace.model.response.GetItemResponse;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.response.GetShardIteratorResponse;
import dev.millrace.model.response.ListStreamsResponse;
import dev.millrace.model.response.PutItemResponse;
import dev.millrace.model.response.QueryResponse;
import dev.millrace.model.response.RestoreTableFromBackupResponse;
import dev.millrace.model.response.RestoreTableToPointInTimeResponse;
import dev.millrace.model.response.ScanResponse;
import dev.millrace.model.response.SearchVectorsResponse;
import dev.millrace.model.response.TransactGetItemsResponse;
import dev.millrace.model.response.TransactWriteItemsResponse;
import dev.millrace.model.response.UpdateContinuousBackupsResponse;
import dev.millrace.model.response.UpdateItemResponse;
import dev.millrace.model.response.UpdateTableResponse;
import dev.millrace.model.response.UpdateTimeToLiveResponse;
import dev.millrace.testkit.sut.ClientOperations;

import java.util.Collection;
import java.util.List;

/// The operations of an engine in this process, as the test kit calls them.
///
/// How many entries a batch may have is checked where requests are decoded, so it is checked here
/// in place of that.
record EngineClient(EngineLives engine) implements ClientOperations {
    private static final int WRITES_MAX = 25;
    private static final int KEYS_MAX = 100;

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        return engine.call(Engine::createTable, request);
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        return engine.call(Engine::describeTable, request);
    }

    @Override
    public UpdateTableResponse updateTable(UpdateTableRequest request) {
        return engine.call(Engine::updateTable, request);
    }

    @Override
    public DeleteTableResponse deleteTable(DeleteTableRequest request) {
        return engine.call(Engine::deleteTable, request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return engine.call(Engine::putItem, request);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return engine.call(Engine::getItem, request);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return engine.call(Engine::updateItem, request);
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return engine.call(Engine::deleteItem, request);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        requireCount(request.requestItems().values(), WRITES_MAX);
        return engine.call(Engine::batchWriteItem, request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        requireCount(
                request.requestItems().values().stream().map(KeysAndAttributes::keys).toList(),
                KEYS_MAX);
        return engine.call(Engine::batchGetItem, request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return engine.call(Engine::query, request);
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        return engine.call(Engine::scan, request);
    }

    @Override
    public SearchVectorsResponse searchVectors(SearchVectorsRequest request) {
        return engine.call(of -> of.vectors().searchVectors(), request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return engine.call(Engine::transactWriteItems, request);
    }

    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        return engine.call(Engine::transactGetItems, request);
    }

    @Override
    public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
        return engine.call(of -> of.statements().executeStatement(), request);
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(
            BatchExecuteStatementRequest request) {
        return engine.call(of -> of.statements().batchExecuteStatement(), request);
    }

    @Override
    public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
        return engine.call(of -> of.resources().updateTimeToLive(), request);
    }

    @Override
    public CreateBackupResponse createBackup(CreateBackupRequest request) {
        return engine.call(of -> of.backups().createBackup(), request);
    }

    @Override
    public DescribeBackupResponse describeBackup(DescribeBackupRequest request) {
        return engine.call(of -> of.backups().describeBackup(), request);
    }

    @Override
    public RestoreTableFromBackupResponse restoreTableFromBackup(
            RestoreTableFromBackupRequest request) {
        return engine.call(of -> of.backups().restoreTableFromBackup(), request);
    }

    @Override
    public RestoreTableToPointInTimeResponse restoreTableToPointInTime(
            RestoreTableToPointInTimeRequest request) {
        return engine.call(of -> of.backups().restoreTableToPointInTime(), request);
    }

    @Override
    public UpdateContinuousBackupsResponse updateContinuousBackups(
            UpdateContinuousBackupsRequest request) {
        return engine.call(of -> of.backups().updateContinuousBackups(), request);
    }

    @Override
    public DescribeContinuousBackupsResponse describeContinuousBackups(
            DescribeContinuousBackupsRequest request) {
        return engine.call(of -> of.backups().describeContinuousBackups(), request);
    }

    @Override
    public ListStreamsResponse listStreams(ListStreamsRequest request) {
        return engine.call(Engine::listStreams, request);
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        return engine.call(Engine::describeStream, request);
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        return engine.call(Engine::getShardIterator, request);
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        return engine.call(Engine::getRecords, request);
    }

    private static void requireCount(Collection<? extends List<?>> entries, int max) {
        int count = entries.stream().mapToInt(List::size).sum();
        if (count == 0 || count > max || entries.stream().anyMatch(List::isEmpty)) {
            throw ApiException.validation("too many or too few entries");
        }
    }
}
