package dev.millrace.wire.table;

import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.RestoreSummary;
import dev.millrace.model.table.SettingsReplication;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableClassSummary;
import dev.millrace.model.table.TableDescription;
import dev.millrace.wire.EncryptionJson;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.KeySchemaJson;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Writes the description of a table (dynamodb-api reference, section 15).
final class TableJson {
    private TableJson() {}

    static void write(String member, TableDescription table, JsonOutput output) {
        output.startObject(member);
        writeDefinitions(table.attributeDefinitions(), output);
        output.text("TableName", table.tableName());
        KeySchemaJson.write(table.keySchema(), output);
        output.text("TableStatus", table.tableStatus().name());
        output.moment("CreationDateTime", table.creationDateTime());
        ThroughputJson.write(table, output);
        output.whole("TableSizeBytes", table.tableSizeBytes());
        output.whole("ItemCount", table.itemCount());
        output.text("TableArn", table.tableArn());
        output.text("TableId", table.tableId());
        IndexJson.write(table, output);
        writeStream(table, output);
        writeTableClass(table.settings().tableClassSummary(), output);
        EncryptionJson.write(table.settings().sseDescription(), output);
        output.truth("DeletionProtectionEnabled", table.settings().deletionProtectionEnabled());
        SettingsReplication replication = table.settings().settingsReplication();
        output.text(
                "GlobalTableSettingsReplicationMode",
                replication == null ? null : replication.name());
        writeRestore(table.restoreSummary(), output);
        output.endObject();
    }

    private static void writeRestore(@Nullable RestoreSummary restore, JsonOutput output) {
        if (restore != null) {
            output.startObject("RestoreSummary");
            output.text("SourceBackupArn", restore.sourceBackupArn());
            output.text("SourceTableArn", restore.sourceTableArn());
            output.moment("RestoreDateTime", restore.restoreDateTime());
            output.truth("RestoreInProgress", true);
            output.endObject();
        }
    }

    private static void writeDefinitions(List<AttributeDefinition> definitions, JsonOutput output) {
        output.startArray("AttributeDefinitions");
        for (AttributeDefinition definition : definitions) {
            output.startObject();
            output.text("AttributeName", definition.attributeName());
            output.text("AttributeType", definition.attributeType().name());
            output.endObject();
        }
        output.endArray();
    }

    private static void writeStream(TableDescription table, JsonOutput output) {
        StreamSpecification stream = table.streamSpecification();
        if (stream != null) {
            output.startObject("StreamSpecification");
            output.truth("StreamEnabled", stream.streamEnabled());
            if (stream.streamViewType() != null) {
                output.text("StreamViewType", stream.streamViewType().name());
            }
            output.endObject();
        }
        output.text("LatestStreamLabel", table.latestStreamLabel());
        output.text("LatestStreamArn", table.latestStreamArn());
    }

    private static void writeTableClass(@Nullable TableClassSummary summary, JsonOutput output) {
        if (summary != null) {
            output.startObject("TableClassSummary");
            output.text("TableClass", summary.tableClass().name());
            output.momentOrNone("LastUpdateDateTime", summary.lastUpdateDateTime());
            output.endObject();
        }
    }
}
