package dev.millrace.wire.codec;

import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.backup.CreateBackupCodec;
import dev.millrace.wire.backup.DeleteBackupCodec;
import dev.millrace.wire.backup.DescribeBackupCodec;
import dev.millrace.wire.backup.DescribeContinuousBackupsCodec;
import dev.millrace.wire.backup.ListBackupsCodec;
import dev.millrace.wire.backup.UpdateContinuousBackupsCodec;
import dev.millrace.wire.item.BatchGetItemCodec;
import dev.millrace.wire.item.BatchWriteItemCodec;
import dev.millrace.wire.item.DeleteItemCodec;
import dev.millrace.wire.item.GetItemCodec;
import dev.millrace.wire.item.PutItemCodec;
import dev.millrace.wire.item.QueryCodec;
import dev.millrace.wire.item.ScanCodec;
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
import dev.millrace.wire.table.CreateTableCodec;
import dev.millrace.wire.table.DeleteTableCodec;
import dev.millrace.wire.table.DescribeTableCodec;
import dev.millrace.wire.table.DescribeTimeToLiveCodec;
import dev.millrace.wire.table.ListTablesCodec;
import dev.millrace.wire.table.RestoreTableFromBackupCodec;
import dev.millrace.wire.table.RestoreTableToPointInTimeCodec;
import dev.millrace.wire.table.UpdateTableCodec;
import dev.millrace.wire.table.UpdateTimeToLiveCodec;
import dev.millrace.wire.transfer.DescribeExportCodec;
import dev.millrace.wire.transfer.DescribeImportCodec;
import dev.millrace.wire.transfer.ExportTableToPointInTimeCodec;
import dev.millrace.wire.transfer.ImportTableCodec;
import dev.millrace.wire.transfer.ListExportsCodec;
import dev.millrace.wire.transfer.ListImportsCodec;

import java.util.List;

/// All codecs there are.
public final class Codecs {
    private Codecs() {}

    /// One codec for each operation, in no particular order.
    public static List<OperationCodec<?, ?>> all() {
        return List.of(
                new ImportTableCodec(),
                new DescribeImportCodec(),
                new ListImportsCodec(),
                new ExportTableToPointInTimeCodec(),
                new DescribeExportCodec(),
                new ListExportsCodec(),
                new CreateTableCodec(),
                new DescribeTableCodec(),
                new ListTablesCodec(),
                new UpdateTableCodec(),
                new DeleteTableCodec(),
                new UpdateTimeToLiveCodec(),
                new DescribeTimeToLiveCodec(),
                new CreateBackupCodec(),
                new DescribeBackupCodec(),
                new ListBackupsCodec(),
                new DeleteBackupCodec(),
                new RestoreTableFromBackupCodec(),
                new RestoreTableToPointInTimeCodec(),
                new UpdateContinuousBackupsCodec(),
                new DescribeContinuousBackupsCodec(),
                new TagResourceCodec(),
                new UntagResourceCodec(),
                new ListTagsOfResourceCodec(),
                new PutResourcePolicyCodec(),
                new GetResourcePolicyCodec(),
                new DeleteResourcePolicyCodec(),
                new DescribeLimitsCodec(),
                new DescribeEndpointsCodec(),
                new PutItemCodec(),
                new GetItemCodec(),
                new UpdateItemCodec(),
                new DeleteItemCodec(),
                new BatchWriteItemCodec(),
                new BatchGetItemCodec(),
                new QueryCodec(),
                new ScanCodec(),
                new TransactWriteItemsCodec(),
                new TransactGetItemsCodec(),
                new ListStreamsCodec(),
                new DescribeStreamCodec(),
                new GetShardIteratorCodec(),
                new GetRecordsCodec());
    }
}
