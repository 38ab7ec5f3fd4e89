package dev.millrace.testkit.sut;

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

/// A client of which nothing is expected; tests override what they expect.
class UnexpectedOperations implements ClientOperations {
    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        throw unexpected(request);
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        throw unexpected(request);
    }

    @Override
    public UpdateTableResponse updateTable(UpdateTableRequest request) {
        throw unexpected(request);
    }

    @Override
    public DeleteTableResponse deleteTable(DeleteTableRequest request) {
        throw unexpected(request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        throw unexpected(request);
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        throw unexpected(request);
    }

    @Override
    public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
        throw unexpected(request);
    }

    @Override
    public BatchExecuteStatementResponse batchExecuteStatement(
            BatchExecuteStatementRequest request) {
        throw unexpected(request);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        throw unexpected(request);
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        throw unexpected(request);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        throw unexpected(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        throw unexpected(request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        throw unexpected(request);
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        throw unexpected(request);
    }

    @Override
    public SearchVectorsResponse searchVectors(SearchVectorsRequest request) {
        throw unexpected(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        throw unexpected(request);
    }

    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        throw unexpected(request);
    }

    @Override
    public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
        throw unexpected(request);
    }

    @Override
    public CreateBackupResponse createBackup(CreateBackupRequest request) {
        throw unexpected(request);
    }

    @Override
    public DescribeBackupResponse describeBackup(DescribeBackupRequest request) {
        throw unexpected(request);
    }

    @Override
    public RestoreTableFromBackupResponse restoreTableFromBackup(
            RestoreTableFromBackupRequest request) {
        throw unexpected(request);
    }

    @Override
    public RestoreTableToPointInTimeResponse restoreTableToPointInTime(
            RestoreTableToPointInTimeRequest request) {
        throw unexpected(request);
    }

    @Override
    public UpdateContinuousBackupsResponse updateContinuousBackups(
            UpdateContinuousBackupsRequest request) {
        throw unexpected(request);
    }

    @Override
    public DescribeContinuousBackupsResponse describeContinuousBackups(
            DescribeContinuousBackupsRequest request) {
        throw unexpected(request);
    }

    @Override
    public ListStreamsResponse listStreams(ListStreamsRequest request) {
        throw unexpected(request);
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        throw unexpected(request);
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        throw unexpected(request);
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        throw unexpected(request);
    }

    private static IllegalStateException unexpected(Record request) {
        return new IllegalStateException("unexpected request " + request);
    }
}
