package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.ThroughputHistory;
import dev.millrace.model.table.WarmThroughput;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Changes how a table is billed: its mode, its provisioned units, or both.
final class BillingChange {
    private BillingChange() {}

    /// Refuses a request whose billing mode and throughput contradict each other.
    static void check(UpdateTableRequest request) {
        if (request.billingMode() == BillingMode.PAY_PER_REQUEST
                && request.provisionedThroughput() != null) {
            throw ApiException.invalidParameter(
                    "ProvisionedThroughput cannot be specified when BillingMode is"
                            + " PAY_PER_REQUEST");
        }
        if (request.billingMode() == BillingMode.PROVISIONED
                && request.provisionedThroughput() == null) {
            throw ApiException.invalidParameter(
                    "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
        }
    }

    /// The table as the request wants it billed, from `moment` on.
    static Table apply(Table table, UpdateTableRequest request, Instant moment) {
        if (request.billingMode() == null && request.provisionedThroughput() == null) {
            return table;
        }
        BillingMode mode =
                request.billingMode() == null ? table.billingMode() : request.billingMode();
        ProvisionedThroughput throughput =
                TableDefinitions.throughput(mode, request.provisionedThroughput());
        requireChange(table, mode, throughput);
        return table.withBilling(mode, throughput)
                .withSettings(settings(table, mode, throughput, moment));
    }

    // Warm throughput never gets less, and only on-demand tables have limits.
    private static TableSettings settings(
            Table table, BillingMode mode, ProvisionedThroughput throughput, Instant moment) {
        TableSettings settings = table.settings();
        WarmThroughput warm =
                settings.warmThroughput().atLeast(WarmThroughput.initial(mode, throughput));
        TableSettings changed =
                settings.withWarmThroughput(warm)
                        .withHistory(history(table, mode, throughput, moment));
        return mode == BillingMode.PROVISIONED
                ? changed.withOnDemandThroughput(OnDemandThroughput.UNLIMITED)
                : changed;
    }

    private static ThroughputHistory history(
            Table table, BillingMode mode, ProvisionedThroughput throughput, Instant moment) {
        ThroughputHistory history = table.settings().throughputHistory();
        if (mode == table.billingMode()) {
            return mode == BillingMode.PROVISIONED
                    ? history.including(table.throughput(), throughput, moment)
                    : history;
        }
        @Nullable Instant since =
                mode == BillingMode.PAY_PER_REQUEST ? moment : table.payPerRequestSince();
        return history.withPayPerRequest(since);
    }

    private static void requireChange(
            Table table, BillingMode mode, ProvisionedThroughput throughput) {
        if (mode == BillingMode.PROVISIONED
                && table.billingMode() == mode
                && throughput.equals(table.throughput())) {
            throw ApiException.validation(
                    ("The provisioned throughput for the table will not change. The requested value"
                                    + " equals the current value. Current ReadCapacityUnits"
                                    + " provisioned for the table: %d. Requested"
                                    + " ReadCapacityUnits: %d. Current WriteCapacityUnits"
                                    + " provisioned for the table: %d. Requested"
                                    + " WriteCapacityUnits: %d. Refer to the Amazon DynamoDB"
                                    + " Developer Guide for current limits and how to request"
                                    + " higher limits.")
                            .formatted(
                                    table.throughput().readCapacityUnits(),
                                    throughput.readCapacityUnits(),
                                    table.throughput().writeCapacityUnits(),
                                    throughput.writeCapacityUnits()));
        }
    }
}
