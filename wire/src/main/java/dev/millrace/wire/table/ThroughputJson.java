package dev.millrace.wire.table;

import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.ThroughputHistory;
import dev.millrace.model.table.WarmThroughput;
import dev.millrace.wire.JsonOutput;

/// Writes what the description of a table or index says of billing and throughput (dynamodb-api
/// reference, section 15).
final class ThroughputJson {
    private ThroughputJson() {}

    static void write(TableDescription table, JsonOutput output) {
        ThroughputHistory history = table.settings().throughputHistory();
        writeProvisioned(table.provisionedThroughput(), history, output);
        writeBillingMode(table.billingMode(), history, output);
        writeWarm(table.settings().warmThroughput(), "ACTIVE", output);
        writeOnDemand(table.settings().onDemandThroughput(), output);
    }

    static void writeProvisioned(
            ProvisionedThroughput throughput, ThroughputHistory history, JsonOutput output) {
        output.startObject("ProvisionedThroughput");
        output.momentOrNone("LastIncreaseDateTime", history.lastIncrease());
        output.momentOrNone("LastDecreaseDateTime", history.lastDecrease());
        output.whole("NumberOfDecreasesToday", history.decreasesThatDay());
        output.whole("ReadCapacityUnits", throughput.readCapacityUnits());
        output.whole("WriteCapacityUnits", throughput.writeCapacityUnits());
        output.endObject();
    }

    // A table that has always been provisioned shows no mode.
    private static void writeBillingMode(
            BillingMode mode, ThroughputHistory history, JsonOutput output) {
        if (mode == BillingMode.PAY_PER_REQUEST || history.lastUpdateToPayPerRequest() != null) {
            output.startObject("BillingModeSummary");
            output.text("BillingMode", mode.name());
            output.momentOrNone(
                    "LastUpdateToPayPerRequestDateTime", history.lastUpdateToPayPerRequest());
            output.endObject();
        }
    }

    static void writeWarm(WarmThroughput warm, String status, JsonOutput output) {
        output.startObject("WarmThroughput");
        output.whole("ReadUnitsPerSecond", warm.readUnitsPerSecond());
        output.whole("WriteUnitsPerSecond", warm.writeUnitsPerSecond());
        output.text("Status", status);
        output.endObject();
    }

    static void writeOnDemand(OnDemandThroughput limits, JsonOutput output) {
        if (!limits.equals(OnDemandThroughput.UNLIMITED)) {
            output.startObject("OnDemandThroughput");
            output.wholeOrNone("MaxReadRequestUnits", limits.maxReadRequestUnits());
            output.wholeOrNone("MaxWriteRequestUnits", limits.maxWriteRequestUnits());
            output.endObject();
        }
    }
}
