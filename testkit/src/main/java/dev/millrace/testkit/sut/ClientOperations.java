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

/// The API operations that the kit uses, one method each. A refusal is an `ApiException`.
public interface ClientOperations {
    /// CreateTable.
    CreateTableResponse createTable(CreateTableRequest request);

    /// DescribeTable.
    DescribeTableResponse describeTable(DescribeTableRequest request);

    /// UpdateTable.
    UpdateTableResponse updateTable(UpdateTableRequest request);

    /// DeleteTable.
    DeleteTableResponse deleteTable(DeleteTableRequest request);

    /// PutItem.
    PutItemResponse putItem(PutItemRequest request);

    /// GetItem.
    GetItemResponse getItem(GetItemRequest request);

    /// UpdateItem.
    UpdateItemResponse updateItem(UpdateItemRequest request);

    /// DeleteItem.
    DeleteItemResponse deleteItem(DeleteItemRequest request);

    /// BatchWriteItem.
    BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request);

    /// BatchGetItem.
    BatchGetItemResponse batchGetItem(BatchGetItemRequest request);

    /// Query.
    QueryResponse query(QueryRequest request);

    /// Scan.
    ScanResponse scan(ScanRequest request);

    /// SearchVectors.
    SearchVectorsResponse searchVectors(SearchVectorsRequest request);

    /// TransactWriteItems.
    TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request);

    /// TransactGetItems.
    TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request);

    /// ExecuteStatement.
    ExecuteStatementResponse executeStatement(ExecuteStatementRequest request);

    BatchExecuteStatementResponse batchExecuteStatement(BatchExecuteStatementRequest request);

    /// UpdateTimeToLive.
    UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request);

    /// CreateBackup.
    CreateBackupResponse createBackup(CreateBackupRequest request);

    /// DescribeBackup.
    DescribeBackupResponse describeBackup(DescribeBackupRequest request);

    /// RestoreTableFromBackup.
    RestoreTableFromBackupResponse restoreTableFromBackup(RestoreTableFromBackupRequest request);

    /// RestoreTableToPointInTime.
    RestoreTableToPointInTimeResponse restoreTableToPointInTime(
            RestoreTableToPointInTimeRequest request);

    /// UpdateContinuousBackups.
    UpdateContinuousBackupsResponse updateContinuousBackups(UpdateContinuousBackupsRequest request);

    /// DescribeContinuousBackups.
    DescribeContinuousBackupsResponse describeContinuousBackups(
            DescribeContinuousBackupsRequest request);

    /// ListStreams.
    ListStreamsResponse listStreams(ListStreamsRequest request);

    /// DescribeStream.
    DescribeStreamResponse describeStream(DescribeStreamRequest request);

    /// GetShardIterator.
    GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request);

    /// GetRecords.
    GetRecordsResponse getRecords(GetRecordsRequest request);
}
