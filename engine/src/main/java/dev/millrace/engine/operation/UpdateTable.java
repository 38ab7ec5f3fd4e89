package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.response.UpdateTableResponse;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableStatus;

import org.jspecify.annotations.Nullable;

/// Turns a table's stream on or off, or changes its billing. The answer shows the table UPDATING
/// with its old billing, and a new stream at once; the change is complete by the time the answer
/// arrives.
public final class UpdateTable implements Operation<UpdateTableRequest, UpdateTableResponse> {
    private final TableAccess access;
    private final StreamSwitch streams;
    private final TableSettling settling;

    public UpdateTable(TableAccess access) {
        this.access = access;
        this.streams = new StreamSwitch(access.names(), access.records());
        this.settling = new TableSettling(access);
    }

    private record Updated(Table table, UpdateTableResponse response) {}

    @Override
    public UpdateTableResponse execute(UpdateTableRequest request) {
        requireSomething(request);
        Updated updated =
                access.sequencer()
                        .submit((CatalogCommand<Updated>) catalog -> update(catalog, request));
        settling.settle(updated.table());
        return updated.response();
    }

    private static void requireSomething(UpdateTableRequest request) {
        if (request.streamSpecification() == null
                && request.billingMode() == null
                && request.provisionedThroughput() == null) {
            throw ApiException.validation(
                    "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
                            + " GlobalSecondaryIndexUpdates, SSESpecification, ReplicaUpdates,"
                            + " MultiAccountReplicaReady, ReplicaTransitRoleArn,"
                            + " MultiRegionConsistency, DeletionProtectionEnabled,"
                            + " OnDemandThroughput, WarmThroughput or TableClass is required");
        }
        if (request.streamSpecification() != null && request.provisionedThroughput() != null) {
            throw ApiException.validation(
                    "You cannot modify stream status while updating table IOPS");
        }
    }

    private Updated update(CatalogEvaluation catalog, UpdateTableRequest request) {
        Table table = requireActive(catalog, request.tableName());
        Table next = rebilled(table, request).withStatus(TableStatus.UPDATING);
        if (request.streamSpecification() != null) {
            next = switched(catalog, next, request.streamSpecification());
        }
        catalog.change(new CatalogChange.PutTable(next));
        Table shown = next.withBilling(table.billingMode(), table.throughput());
        TableDescription description = access.describe(catalog.state(), shown);
        return new Updated(next, new UpdateTableResponse(description));
    }

    private static Table requireActive(CatalogEvaluation catalog, String tableName) {
        Table table =
                catalog.state()
                        .table(tableName)
                        .orElseThrow(() -> ApiException.tableNotFound(tableName));
        return switch (table.status()) {
            case ACTIVE -> table;
            case CREATING -> throw inUse("Table is being created: " + tableName);
            case DELETING -> throw inUse("Table is being deleted: " + tableName);
            case UPDATING ->
                    throw inUse("Table: " + tableName + " is in the process of being updated.");
        };
    }

    static ApiException inUse(String what) {
        return new ApiException(
                ApiError.RESOURCE_IN_USE,
                "Attempt to change a resource which is still in use: " + what);
    }

    private static Table rebilled(Table table, UpdateTableRequest request) {
        if (request.billingMode() == null && request.provisionedThroughput() == null) {
            return table;
        }
        BillingMode mode =
                request.billingMode() == null ? table.billingMode() : request.billingMode();
        ProvisionedThroughput throughput =
                TableDefinitions.throughput(mode, request.provisionedThroughput());
        requireChange(table, mode, throughput);
        return table.withBilling(mode, throughput);
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
                                    + " WriteCapacityUnits: %d.")
                            .formatted(
                                    table.throughput().readCapacityUnits(),
                                    throughput.readCapacityUnits(),
                                    table.throughput().writeCapacityUnits(),
                                    throughput.writeCapacityUnits()));
        }
    }

    private Table switched(
            CatalogEvaluation catalog, Table table, StreamSpecification specification) {
        StreamShards latest = catalog.state().latestStreamOf(table);
        boolean isOn = TableAccess.isOn(latest);
        if (specification.streamEnabled()) {
            return streams.enable(catalog, table, viewToEnable(table, isOn, specification));
        }
        requireDisable(table, isOn, specification.streamViewType());
        if (latest != null) {
            streams.disable(catalog, latest);
        }
        return table;
    }

    private static StreamViewType viewToEnable(
            Table table, boolean isOn, StreamSpecification specification) {
        StreamViewType view = specification.streamViewType();
        if (view == null) {
            throw ApiException.invalidParameter(
                    "If stream is being enabled then UpdateViewType is required");
        }
        if (isOn) {
            throw ApiException.validation(
                    "Table already has an enabled stream: TableName: " + table.name());
        }
        return view;
    }

    private static void requireDisable(
            Table table, boolean isOn, @Nullable StreamViewType viewType) {
        if (viewType != null) {
            throw ApiException.invalidParameter(
                    "If stream is being disabled, then UpdateViewType must not be specified");
        }
        if (!isOn) {
            throw ApiException.validation(
                    "Table has no stream to disable: TableName: " + table.name());
        }
    }
}
