package dev.millrace.wire.backup;

import dev.millrace.model.backup.BackupDescription;
import dev.millrace.model.backup.BackupDetails;
import dev.millrace.model.backup.SourceTableDetails;
import dev.millrace.model.backup.SourceTableFeatureDetails;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.wire.EncryptionJson;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.KeySchemaJson;
import dev.millrace.wire.ProjectionJson;
import dev.millrace.wire.VectorIndexJson;

import java.util.List;

/// Writes what is told of backups (observed on AWS in October 2026).
final class BackupJson {
    private BackupJson() {}

    static void write(BackupDescription description, JsonOutput output) {
        output.startObject("BackupDescription");
        write("BackupDetails", description.backupDetails(), output);
        write(description.sourceTableDetails(), output);
        write(description.sourceTableFeatureDetails(), output);
        output.endObject();
    }

    static void write(String member, BackupDetails details, JsonOutput output) {
        output.startObject(member);
        writeMembers(details, output);
        output.endObject();
    }

    /// Writes the members that details and summaries share.
    static void writeMembers(BackupDetails details, JsonOutput output) {
        output.text("BackupArn", details.backupArn());
        output.text("BackupName", details.backupName());
        output.whole("BackupSizeBytes", details.backupSizeBytes());
        output.text("BackupStatus", details.backupStatus().name());
        output.text("BackupType", details.backupType().name());
        output.moment("BackupCreationDateTime", details.backupCreationDateTime());
        output.momentOrNone("BackupExpiryDateTime", details.backupExpiryDateTime());
    }

    private static void write(SourceTableDetails table, JsonOutput output) {
        output.startObject("SourceTableDetails");
        output.text("TableName", table.tableName());
        output.text("TableId", table.tableId());
        output.text("TableArn", table.tableArn());
        output.whole("TableSizeBytes", table.tableSizeBytes());
        KeySchemaJson.write(table.keySchema(), output);
        output.moment("TableCreationDateTime", table.tableCreationDateTime());
        write(table.provisionedThroughput(), output);
        write(table.onDemandThroughput(), output);
        output.whole("ItemCount", table.itemCount());
        output.text("BillingMode", table.billingMode().name());
        output.endObject();
    }

    private static void write(SourceTableFeatureDetails features, JsonOutput output) {
        output.startObject("SourceTableFeatureDetails");
        write("LocalSecondaryIndexes", IndexKind.LOCAL, features.indexes(), output);
        write("GlobalSecondaryIndexes", IndexKind.GLOBAL, features.indexes(), output);
        write("VectorIndexes", IndexKind.VECTOR, features.indexes(), output);
        if (features.stream() != null) {
            output.startObject("StreamDescription");
            output.truth("StreamEnabled", true);
            output.text("StreamViewType", features.stream().name());
            output.endObject();
        }
        if (features.timeToLiveAttribute() != null) {
            output.startObject("TimeToLiveDescription");
            output.text("TimeToLiveStatus", "ENABLED");
            output.text("AttributeName", features.timeToLiveAttribute());
            output.endObject();
        }
        EncryptionJson.write(features.sseDescription(), output);
        output.endObject();
    }

    private static void write(
            String member, IndexKind kind, List<SecondaryIndex> indexes, JsonOutput output) {
        List<SecondaryIndex> ofKind =
                indexes.stream().filter(index -> index.kind() == kind).toList();
        if (!ofKind.isEmpty()) {
            output.startArray(member);
            ofKind.forEach(index -> write(index, output));
            output.endArray();
        }
    }

    private static void write(SecondaryIndex index, JsonOutput output) {
        output.startObject();
        switch (index.kind()) {
            case LOCAL -> writeKeys(index, output);
            case GLOBAL -> {
                writeKeys(index, output);
                write(index.throughput(), output);
                write(index.onDemandThroughput(), output);
            }
            case VECTOR -> VectorIndexJson.writeMembers(index, output);
        }
        output.endObject();
    }

    private static void writeKeys(SecondaryIndex index, JsonOutput output) {
        output.text("IndexName", index.name());
        KeySchemaJson.write(index.keySchema(), output);
        ProjectionJson.write(index.projection(), output);
    }

    private static void write(ProvisionedThroughput units, JsonOutput output) {
        output.startObject("ProvisionedThroughput");
        output.whole("ReadCapacityUnits", units.readCapacityUnits());
        output.whole("WriteCapacityUnits", units.writeCapacityUnits());
        output.endObject();
    }

    private static void write(OnDemandThroughput limits, JsonOutput output) {
        if (!limits.equals(OnDemandThroughput.UNLIMITED)) {
            output.startObject("OnDemandThroughput");
            output.wholeOrNone("MaxReadRequestUnits", limits.maxReadRequestUnits());
            output.wholeOrNone("MaxWriteRequestUnits", limits.maxWriteRequestUnits());
            output.endObject();
        }
    }
}
