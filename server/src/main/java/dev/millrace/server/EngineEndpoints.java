package dev.millrace.server;

import dev.millrace.engine.BackupOperations;
import dev.millrace.engine.Engine;
import dev.millrace.engine.ResourceOperations;
import dev.millrace.engine.StatementOperations;
import dev.millrace.engine.global.CreateGlobalTable;
import dev.millrace.engine.global.DescribeGlobalTable;
import dev.millrace.engine.global.DescribeGlobalTableSettings;
import dev.millrace.engine.global.DescribeTableReplicaAutoScaling;
import dev.millrace.engine.global.ListGlobalTables;
import dev.millrace.engine.global.UpdateGlobalTable;
import dev.millrace.engine.global.UpdateGlobalTableSettings;
import dev.millrace.engine.global.UpdateTableReplicaAutoScaling;
import dev.millrace.engine.operation.DescribeEndpoints;
import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.server.dispatch.Endpoint;
import dev.millrace.server.dispatch.EndpointTable;
import dev.millrace.server.dispatch.TableOwner;
import dev.millrace.transfer.Transfers;
import dev.millrace.transfer.kinesis.Deliveries;
import dev.millrace.wire.backup.CreateBackupCodec;
import dev.millrace.wire.backup.DeleteBackupCodec;
import dev.millrace.wire.backup.DescribeBackupCodec;
import dev.millrace.wire.backup.DescribeContinuousBackupsCodec;
import dev.millrace.wire.backup.ListBackupsCodec;
import dev.millrace.wire.backup.UpdateContinuousBackupsCodec;
import dev.millrace.wire.destination.DescribeKinesisStreamingDestinationCodec;
import dev.millrace.wire.destination.DisableKinesisStreamingDestinationCodec;
import dev.millrace.wire.destination.EnableKinesisStreamingDestinationCodec;
import dev.millrace.wire.destination.UpdateKinesisStreamingDestinationCodec;
import dev.millrace.wire.global.CreateGlobalTableCodec;
import dev.millrace.wire.global.DescribeGlobalTableCodec;
import dev.millrace.wire.global.DescribeGlobalTableSettingsCodec;
import dev.millrace.wire.global.DescribeTableReplicaAutoScalingCodec;
import dev.millrace.wire.global.ListGlobalTablesCodec;
import dev.millrace.wire.global.UpdateGlobalTableCodec;
import dev.millrace.wire.global.UpdateGlobalTableSettingsCodec;
import dev.millrace.wire.global.UpdateTableReplicaAutoScalingCodec;
import dev.millrace.wire.insight.DescribeContributorInsightsCodec;
import dev.millrace.wire.insight.ListContributorInsightsCodec;
import dev.millrace.wire.insight.UpdateContributorInsightsCodec;
import dev.millrace.wire.item.BatchExecuteStatementCodec;
import dev.millrace.wire.item.BatchGetItemCodec;
import dev.millrace.wire.item.BatchWriteItemCodec;
import dev.millrace.wire.item.DeleteItemCodec;
import dev.millrace.wire.item.ExecuteStatementCodec;
import dev.millrace.wire.item.ExecuteTransactionCodec;
import dev.millrace.wire.item.GetItemCodec;
import dev.millrace.wire.item.PutItemCodec;
import dev.millrace.wire.item.QueryCodec;
import dev.millrace.wire.item.ScanCodec;
import dev.millrace.wire.item.SearchVectorsCodec;
import dev.millrace.wire.item.TransactGetItemsCodec;
import dev.millrace.wire.item.TransactWriteItemsCodec;
import dev.millrace.wire.item.UpdateItemCodec;
import dev.millrace.wire.resource.DeleteResourcePolicyCodec;
import dev.millrace.wire.resource.DescribeEndpointsCodec;
import dev.millrace.wire.resource.DescribeLimitsCodec;
import dev.millrace.wire.resource.GetResourcePolicyCodec;
import dev.millrace.wire.resource.ListTagsOfResourceCodec;
import dev.millrace.wire.resource.PutResourcePolicyCodec;
import dev.millrace.wire.resource.TagResourceCodec;
import dev.millrace.wire.resource.UntagResourceCodec;
import dev.millrace.wire.stream.DescribeStreamCodec;
import dev.millrace.wire.stream.GetRecordsCodec;
import dev.millrace.wire.stream.GetShardIteratorCodec;
import dev.millrace.wire.stream.ListStreamsCodec;
import dev.millrace.wire.stream.WaitHeader;
import dev.millrace.wire.table.CreateTableCodec;
import dev.millrace.wire.table.DeleteTableCodec;
import dev.millrace.wire.table.DescribeTableCodec;
import dev.millrace.wire.table.DescribeTimeToLiveCodec;
import dev.millrace.wire.table.ListTablesCodec;
import dev.millrace.wire.table.RestoreTableFromBackupCodec;
import dev.millrace.wire.table.RestoreTableToPointInTimeCodec;
import dev.millrace.wire.table.UpdateTableCodec;
import dev.millrace.wire.table.UpdateTimeToLiveCodec;
import dev.millrace.wire.transfer.CancelBulkOperationCodec;
import dev.millrace.wire.transfer.DescribeBulkOperationCodec;
import dev.millrace.wire.transfer.DescribeExportCodec;
import dev.millrace.wire.transfer.DescribeImportCodec;
import dev.millrace.wire.transfer.ExportTableToPointInTimeCodec;
import dev.millrace.wire.transfer.ImportTableCodec;
import dev.millrace.wire.transfer.ListBulkOperationsCodec;
import dev.millrace.wire.transfer.ListExportsCodec;
import dev.millrace.wire.transfer.ListImportsCodec;
import dev.millrace.wire.transfer.StartBulkPutItemsCodec;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Every operation of an engine with its wire form: what a server offers.
final class EngineEndpoints {

    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

    private EngineEndpoints() {}

    /// @param address host and port that clients reach the tables by
    /// @param owner whose tables they are
    static EndpointTable of(Engine engine, Transfers transfers, String address, TableOwner owner) {
        return of(engine, transfers, address, owner, request -> request);
    }

    /// @param records changes each request of GetRecords
    static EndpointTable of(
            Engine engine,
            Transfers transfers,
            String address,
            TableOwner owner,
            UnaryOperator<GetRecordsRequest> records) {
        return new EndpointTable(
                Stream.of(
                                items(engine).stream()
                                        .<Endpoint<?, ?>>map(each -> bounded(engine, each))
                                        .toList(),
                                statements(engine.statements()),
                                tables(engine, address),
                                resources(engine),
                                insights(engine.resources()),
                                globalTables(),
                                backups(engine.backups()),
                                transfers(transfers),
                                destinations(transfers.deliveries()),
                                streams(engine, records))
                        .flatMap(List::stream)
                        .<Endpoint<?, ?>>map(endpoint -> endpoint.of(owner))
                        .toList());
    }

    private static List<Endpoint<?, ?>> items(Engine engine) {
        return List.of(
                new Endpoint<>(new PutItemCodec(), engine.putItem()),
                new Endpoint<>(new GetItemCodec(), engine.getItem()),
                new Endpoint<>(new UpdateItemCodec(), engine.updateItem()),
                new Endpoint<>(new DeleteItemCodec(), engine.deleteItem()),
                new Endpoint<>(new BatchWriteItemCodec(), engine.batchWriteItem()),
                new Endpoint<>(new BatchGetItemCodec(), engine.batchGetItem()),
                new Endpoint<>(new QueryCodec(), engine.query()),
                new Endpoint<>(new ScanCodec(), engine.scan()),
                new Endpoint<>(new SearchVectorsCodec(), engine.vectors().searchVectors()),
                new Endpoint<>(new TransactWriteItemsCodec(), engine.transactWriteItems()),
                new Endpoint<>(new TransactGetItemsCodec(), engine.transactGetItems()));
    }

    // A write that could not even wait is refused before it is decoded.
    private static <Q, R> Endpoint<Q, R> bounded(Engine engine, Endpoint<Q, R> endpoint) {
        return WRITES.contains(endpoint.codec().operation())
                ? endpoint.admittedBy(engine.inside().queue()::requireRoom)
                : endpoint;
    }

    private static List<Endpoint<?, ?>> statements(StatementOperations statements) {
        return List.of(
                new Endpoint<>(new ExecuteStatementCodec(), statements.executeStatement()),
                new Endpoint<>(
                        new BatchExecuteStatementCodec(), statements.batchExecuteStatement()),
                new Endpoint<>(new ExecuteTransactionCodec(), statements.executeTransaction()));
    }

    private static List<Endpoint<?, ?>> tables(Engine engine, String address) {
        return List.of(
                new Endpoint<>(new CreateTableCodec(), engine.createTable()),
                new Endpoint<>(new DescribeTableCodec(), engine.describeTable()),
                new Endpoint<>(new ListTablesCodec(), engine.listTables()),
                new Endpoint<>(new UpdateTableCodec(), engine.updateTable()),
                new Endpoint<>(new DeleteTableCodec(), engine.deleteTable()),
                new Endpoint<>(new DescribeLimitsCodec(), engine.resources().describeLimits()),
                new Endpoint<>(new DescribeEndpointsCodec(), new DescribeEndpoints(address)));
    }

    private static List<Endpoint<?, ?>> resources(Engine engine) {
        ResourceOperations resources = engine.resources();
        return List.of(
                new Endpoint<>(new TagResourceCodec(), resources.tagResource()),
                new Endpoint<>(new UntagResourceCodec(), resources.untagResource()),
                new Endpoint<>(new ListTagsOfResourceCodec(), resources.listTagsOfResource()),
                new Endpoint<>(new PutResourcePolicyCodec(), resources.putResourcePolicy()),
                new Endpoint<>(new GetResourcePolicyCodec(), resources.getResourcePolicy()),
                new Endpoint<>(new DeleteResourcePolicyCodec(), resources.deleteResourcePolicy()),
                new Endpoint<>(new UpdateTimeToLiveCodec(), resources.updateTimeToLive()),
                new Endpoint<>(new DescribeTimeToLiveCodec(), resources.describeTimeToLive()));
    }

    private static List<Endpoint<?, ?>> insights(ResourceOperations resources) {
        return List.of(
                new Endpoint<>(
                        new UpdateContributorInsightsCodec(),
                        resources.updateContributorInsights()),
                new Endpoint<>(
                        new DescribeContributorInsightsCodec(),
                        resources.describeContributorInsights()),
                new Endpoint<>(
                        new ListContributorInsightsCodec(), resources.listContributorInsights()));
    }

    private static List<Endpoint<?, ?>> globalTables() {
        return List.of(
                new Endpoint<>(new CreateGlobalTableCodec(), new CreateGlobalTable()),
                new Endpoint<>(new UpdateGlobalTableCodec(), new UpdateGlobalTable()),
                new Endpoint<>(new DescribeGlobalTableCodec(), new DescribeGlobalTable()),
                new Endpoint<>(new ListGlobalTablesCodec(), new ListGlobalTables()),
                new Endpoint<>(
                        new DescribeGlobalTableSettingsCodec(), new DescribeGlobalTableSettings()),
                new Endpoint<>(
                        new UpdateGlobalTableSettingsCodec(), new UpdateGlobalTableSettings()),
                new Endpoint<>(
                        new DescribeTableReplicaAutoScalingCodec(),
                        new DescribeTableReplicaAutoScaling()),
                new Endpoint<>(
                        new UpdateTableReplicaAutoScalingCodec(),
                        new UpdateTableReplicaAutoScaling()));
    }

    private static List<Endpoint<?, ?>> backups(BackupOperations backups) {
        return List.of(
                new Endpoint<>(new CreateBackupCodec(), backups.createBackup()),
                new Endpoint<>(new DescribeBackupCodec(), backups.describeBackup()),
                new Endpoint<>(new ListBackupsCodec(), backups.listBackups()),
                new Endpoint<>(new DeleteBackupCodec(), backups.deleteBackup()),
                new Endpoint<>(new RestoreTableFromBackupCodec(), backups.restoreTableFromBackup()),
                new Endpoint<>(
                        new RestoreTableToPointInTimeCodec(), backups.restoreTableToPointInTime()),
                new Endpoint<>(
                        new UpdateContinuousBackupsCodec(), backups.updateContinuousBackups()),
                new Endpoint<>(
                        new DescribeContinuousBackupsCodec(), backups.describeContinuousBackups()));
    }

    private static List<Endpoint<?, ?>> transfers(Transfers transfers) {
        return List.of(
                new Endpoint<>(new ImportTableCodec(), transfers.importTable()),
                new Endpoint<>(new DescribeImportCodec(), transfers.describeImport()),
                new Endpoint<>(new ListImportsCodec(), transfers.listImports()),
                new Endpoint<>(
                        new ExportTableToPointInTimeCodec(), transfers.exportTableToPointInTime()),
                new Endpoint<>(new DescribeExportCodec(), transfers.describeExport()),
                new Endpoint<>(new ListExportsCodec(), transfers.listExports()),
                new Endpoint<>(new StartBulkPutItemsCodec(), transfers.startBulkPutItems()),
                new Endpoint<>(new DescribeBulkOperationCodec(), transfers.describeBulkOperation()),
                new Endpoint<>(new ListBulkOperationsCodec(), transfers.listBulkOperations()),
                new Endpoint<>(new CancelBulkOperationCodec(), transfers.cancelBulkOperation()));
    }

    private static List<Endpoint<?, ?>> destinations(Deliveries deliveries) {
        return List.of(
                new Endpoint<>(
                        new EnableKinesisStreamingDestinationCodec(),
                        deliveries.enableKinesisStreamingDestination()),
                new Endpoint<>(
                        new DisableKinesisStreamingDestinationCodec(),
                        deliveries.disableKinesisStreamingDestination()),
                new Endpoint<>(
                        new UpdateKinesisStreamingDestinationCodec(),
                        deliveries.updateKinesisStreamingDestination()),
                new Endpoint<>(
                        new DescribeKinesisStreamingDestinationCodec(),
                        deliveries.describeKinesisStreamingDestination()));
    }

    private static List<Endpoint<?, ?>> streams(
            Engine engine, UnaryOperator<GetRecordsRequest> records) {
        Operation<GetRecordsRequest, GetRecordsResponse> getRecords = engine.getRecords();
        return List.of(
                new Endpoint<>(new ListStreamsCodec(), engine.listStreams()),
                new Endpoint<>(new DescribeStreamCodec(), engine.describeStream()),
                new Endpoint<>(new GetShardIteratorCodec(), engine.getShardIterator()),
                new Endpoint<>(
                        new GetRecordsCodec(),
                        request -> getRecords.execute(records.apply(request)),
                        WaitHeader::apply));
    }
}
