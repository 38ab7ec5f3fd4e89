package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.response.UpdateTableResponse;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.TableStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Turns a table's stream on or off, changes its billing, its indexes or one of its settings. The
/// answer shows the table UPDATING with what it had, and a new stream or index at once; the change
/// is complete by the time the answer arrives, but for a new index, which is filled after it.
public final class UpdateTable implements Operation<UpdateTableRequest, UpdateTableResponse> {
    private final TableAccess access;
    private final StreamSwitch streams;
    private final TableSettling settling;
    private final SettingsChange settings;
    private final Runnable settled;

    /// @param settled is told whenever there may be an index to fill
    public UpdateTable(TableAccess access, Runnable settled) {
        this.access = access;
        this.settled = settled;
        this.streams = new StreamSwitch(access.names(), access.records());
        this.settling = new TableSettling(access);
        this.settings = new SettingsChange(access.names());
    }

    private record Updated(Table table, UpdateTableResponse response) {}

    @Override
    public UpdateTableResponse execute(UpdateTableRequest request) {
        UpdateRules.check(request);
        BillingChange.check(request);
        IndexChange.check(request);
        Updated updated =
                access.sequencer()
                        .admit((CatalogCommand<Updated>) catalog -> update(catalog, request));
        settling.settle(updated.table());
        settled.run();
        return updated.response();
    }

    private Updated update(CatalogEvaluation catalog, UpdateTableRequest request) {
        VectorIndexChange.requireAllocated(catalog.state(), request);
        Table table = requireActive(catalog, request.tableName());
        Instant moment = Instant.ofEpochMilli(HybridClock.millis(catalog.position()));
        Table rebilled =
                new IndexChange(request, moment)
                        .apply(BillingChange.apply(table, request, moment), table.billingMode());
        Table next =
                rebilled.withSettings(settings.changed(rebilled, request.options(), moment))
                        .withStatus(statusDuring(request));
        if (request.streamSpecification() != null) {
            next = switched(catalog, next, request.streamSpecification());
        }
        catalog.change(new CatalogChange.PutTable(next));
        TableDescription description = access.describe(catalog.state(), shown(next, table));
        return new Updated(next, new UpdateTableResponse(description));
    }

    // Limits, warm throughput and the throughput of indexes change while the table stays ACTIVE.
    private static TableStatus statusDuring(UpdateTableRequest request) {
        boolean isBilling =
                request.billingMode() != null || request.provisionedThroughput() != null;
        boolean isQuiet =
                request.options().onDemandThroughput() != null
                        || request.options().warmThroughput() != null
                        || request.options().settingsReplication() != null
                        || IndexUpdateRules.isAny(request);
        return isQuiet && !isBilling && !IndexUpdateRules.isStructural(request)
                ? TableStatus.ACTIVE
                : TableStatus.UPDATING;
    }

    // AWS answers with what was, but for a stream, the life of indexes, and limits that are only
    // noted.
    private static Table shown(Table next, Table before) {
        boolean isQuiet = next.status() == TableStatus.ACTIVE;
        TableSettings settings =
                isQuiet
                        ? before.settings()
                                .withOnDemandThroughput(next.settings().onDemandThroughput())
                                .withSettingsReplication(next.settings().settingsReplication())
                        : before.settings();
        return next.withBilling(before.billingMode(), before.throughput())
                .withSettings(settings)
                .withIndexes(shown(next.indexes(), before.indexes(), isQuiet));
    }

    private static TableIndexes shown(TableIndexes next, TableIndexes before, boolean isQuiet) {
        TableIndexes shown = next;
        for (SecondaryIndex was : before.all()) {
            SecondaryIndex is = next.named(was.name()).orElseThrow();
            SecondaryIndex kept =
                    is.withThroughput(
                                    was.throughput(),
                                    (isQuiet ? is : was).onDemandThroughput(),
                                    was.warmThroughput())
                            .withHistory(was.throughputHistory());
            shown = shown.with(kept);
        }
        return shown;
    }

    static Table requireActive(CatalogEvaluation catalog, String tableName) {
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
