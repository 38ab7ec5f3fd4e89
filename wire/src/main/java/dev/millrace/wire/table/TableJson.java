package dev.millrace.wire.table;

import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableDescription;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.KeySchemaJson;

import java.util.List;

/// Writes the description of a table (dynamodb-api reference, section 15).
final class TableJson {
    // What AWS shows of an on-demand table whose warm throughput nobody set.
    private static final long ON_DEMAND_READ_UNITS = 12_000;
    private static final long ON_DEMAND_WRITE_UNITS = 4_000;

    private TableJson() {}

    static void write(String member, TableDescription table, JsonOutput output) {
        output.startObject(member);
        writeDefinitions(table.attributeDefinitions(), output);
        output.text("TableName", table.tableName());
        KeySchemaJson.write(table.keySchema(), output);
        output.text("TableStatus", table.tableStatus().name());
        output.moment("CreationDateTime", table.creationDateTime());
        writeThroughput(table, output);
        output.whole("TableSizeBytes", table.tableSizeBytes());
        output.whole("ItemCount", table.itemCount());
        output.text("TableArn", table.tableArn());
        output.text("TableId", table.tableId());
        writeStream(table, output);
        output.truth("DeletionProtectionEnabled", false);
        output.endObject();
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

    private static void writeThroughput(TableDescription table, JsonOutput output) {
        ProvisionedThroughput throughput = table.provisionedThroughput();
        output.startObject("ProvisionedThroughput");
        output.whole("NumberOfDecreasesToday", 0);
        output.whole("ReadCapacityUnits", throughput.readCapacityUnits());
        output.whole("WriteCapacityUnits", throughput.writeCapacityUnits());
        output.endObject();
        if (table.billingMode() == BillingMode.PAY_PER_REQUEST) {
            output.startObject("BillingModeSummary");
            output.text("BillingMode", table.billingMode().name());
            output.endObject();
            writeWarmThroughput(ON_DEMAND_READ_UNITS, ON_DEMAND_WRITE_UNITS, output);
        } else {
            writeWarmThroughput(
                    throughput.readCapacityUnits(), throughput.writeCapacityUnits(), output);
        }
    }

    private static void writeWarmThroughput(long read, long write, JsonOutput output) {
        output.startObject("WarmThroughput");
        output.whole("ReadUnitsPerSecond", read);
        output.whole("WriteUnitsPerSecond", write);
        output.text("Status", "ACTIVE");
        output.endObject();
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
}
