package dev.millrace.transfer.bulk;

import dev.millrace.model.response.BulkOperationDescription;
import dev.millrace.model.transfer.BulkCounts;
import dev.millrace.wire.JsonOutput;

/// What lies beside the lines of a report: what they belong to, and how many there are.
final class BulkSummary {
    private static final String VERSION = "1";

    private BulkSummary() {}

    /// The summary of an operation that has ended.
    static byte[] of(BulkDocument document, BulkKeys keys) {
        BulkOperationDescription description = document.description();
        BulkCounts counts = description.counts();
        JsonOutput output = new JsonOutput();
        output.document(() -> {
            output.text("version", VERSION);
            output.text("bulkOperationArn", description.bulkOperationArn());
            output.text("status", description.status().name());
            output.text("tableName", description.request().tableName());
            output.text("tableId", description.tableId());
            output.whole("processedItemCount", counts.items());
            output.whole("failedItemCount", counts.failed());
            output.whole("reportedItemCount", document.report().lines());
            output.startArray("files");
            for (long file = 0; file < document.report().files(); file++) {
                output.text(keys.report(file));
            }
            output.endArray();
        });
        return output.toByteArray();
    }
}
