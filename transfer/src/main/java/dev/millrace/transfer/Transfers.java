package dev.millrace.transfer;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.CancelBulkOperationRequest;
import dev.millrace.model.request.DescribeBulkOperationRequest;
import dev.millrace.model.request.DescribeExportRequest;
import dev.millrace.model.request.DescribeImportRequest;
import dev.millrace.model.request.ExportTableToPointInTimeRequest;
import dev.millrace.model.request.ImportTableRequest;
import dev.millrace.model.request.ListBulkOperationsRequest;
import dev.millrace.model.request.ListExportsRequest;
import dev.millrace.model.request.ListImportsRequest;
import dev.millrace.model.request.StartBulkPutItemsRequest;
import dev.millrace.model.response.BulkOperationResponse;
import dev.millrace.model.response.CancelBulkOperationResponse;
import dev.millrace.model.response.ExportTableToPointInTimeResponse;
import dev.millrace.model.response.ImportTableResponse;
import dev.millrace.model.response.ListBulkOperationsResponse;
import dev.millrace.model.response.ListExportsResponse;
import dev.millrace.model.response.ListImportsResponse;
import dev.millrace.transfer.bulk.BulkJobs;
import dev.millrace.transfer.bulk.CancelBulkOperation;
import dev.millrace.transfer.bulk.DescribeBulkOperation;
import dev.millrace.transfer.bulk.ListBulkOperations;
import dev.millrace.transfer.bulk.StartBulkPutItems;
import dev.millrace.transfer.export.DescribeExport;
import dev.millrace.transfer.export.ExportJobs;
import dev.millrace.transfer.export.ExportTableToPointInTime;
import dev.millrace.transfer.export.ListExports;
import dev.millrace.transfer.job.JobLoop;
import dev.millrace.transfer.kinesis.Deliveries;
import dev.millrace.transfer.load.DescribeImport;
import dev.millrace.transfer.load.ImportJobs;
import dev.millrace.transfer.load.ImportTable;
import dev.millrace.transfer.load.ListImports;

/// The exports and imports of a server, and its Kinesis destinations: the operations, and the
/// threads that carry them out.
public final class Transfers implements AutoCloseable {
    private final Surroundings surroundings;
    private final JobLoop imports;
    private final JobLoop exports;
    private final Deliveries deliveries;
    private final JobLoop bulk;

    private Transfers(Surroundings surroundings, Deliveries deliveries) {
        this.surroundings = surroundings;
        this.deliveries = deliveries;
        imports =
                new JobLoop(
                        new ImportJobs(
                                surroundings.imports(),
                                surroundings.buckets(),
                                surroundings.clock(),
                                surroundings.pause(),
                                surroundings.importErrors()),
                        surroundings.threads(),
                        surroundings.failures());
        exports =
                new JobLoop(
                        new ExportJobs(
                                surroundings.exports(),
                                surroundings.buckets(),
                                surroundings.clock(),
                                surroundings.staging()),
                        surroundings.threads(),
                        surroundings.failures());
        bulk =
                new JobLoop(
                        new BulkJobs(
                                surroundings.bulk(),
                                surroundings.buckets(),
                                surroundings.clock(),
                                surroundings.pause()),
                        surroundings.threads(),
                        surroundings.failures());
    }

    /// Goes on with what has not ended.
    ///
    /// @param deliveries closed with the exports and imports
    public static Transfers open(Surroundings surroundings, Deliveries deliveries) {
        Transfers transfers = new Transfers(surroundings, deliveries);
        transfers.imports.start();
        transfers.exports.start();
        transfers.bulk.start();
        return transfers;
    }

    public Operation<ImportTableRequest, ImportTableResponse> importTable() {
        return new ImportTable(
                surroundings.imports(),
                surroundings.buckets(),
                surroundings.names(),
                surroundings.clock(),
                imports::wake);
    }

    public Operation<DescribeImportRequest, ImportTableResponse> describeImport() {
        return new DescribeImport(surroundings.imports().documents());
    }

    public Operation<ListImportsRequest, ListImportsResponse> listImports() {
        return new ListImports(surroundings.imports().documents());
    }

    public Operation<ExportTableToPointInTimeRequest, ExportTableToPointInTimeResponse>
            exportTableToPointInTime() {
        return new ExportTableToPointInTime(
                surroundings.exports(),
                surroundings.buckets(),
                surroundings.names(),
                surroundings.clock(),
                exports::wake);
    }

    public Operation<DescribeExportRequest, ExportTableToPointInTimeResponse> describeExport() {
        return new DescribeExport(surroundings.exports().documents());
    }

    public Operation<ListExportsRequest, ListExportsResponse> listExports() {
        return new ListExports(surroundings.exports().documents());
    }

    /// The Kinesis destinations.
    public Deliveries deliveries() {
        return deliveries;
    }

    public Operation<StartBulkPutItemsRequest, BulkOperationResponse> startBulkPutItems() {
        return new StartBulkPutItems(
                surroundings.bulk(),
                surroundings.buckets(),
                surroundings.names(),
                surroundings.clock(),
                bulk::wake);
    }

    public Operation<DescribeBulkOperationRequest, BulkOperationResponse> describeBulkOperation() {
        return new DescribeBulkOperation(surroundings.bulk());
    }

    public Operation<ListBulkOperationsRequest, ListBulkOperationsResponse> listBulkOperations() {
        return new ListBulkOperations(surroundings.bulk());
    }

    public Operation<CancelBulkOperationRequest, CancelBulkOperationResponse>
            cancelBulkOperation() {
        return new CancelBulkOperation(surroundings.bulk());
    }

    /// Stops; what has not ended goes on with the next start.
    @Override
    public void close() {
        try (bulk;
                exports;
                imports) {
            deliveries.close();
        }
    }
}
