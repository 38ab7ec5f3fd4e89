package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.engine.catalog.TablePast;
import dev.millrace.engine.catalog.TableRestore;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.response.CreateTableResponse;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.TableStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/// Creates a table. The answer shows it CREATING; it is ACTIVE by the time the answer arrives.
public final class CreateTable implements Operation<CreateTableRequest, CreateTableResponse> {
    private final TableAccess access;
    private final StreamSwitch streams;
    private final TableSettling settling;
    private final SettingsChange settings;
    private final Supplier<String> uuids;

    /// @param uuids makes table ids
    public CreateTable(TableAccess access, Supplier<String> uuids) {
        this.access = access;
        this.streams = new StreamSwitch(access.names(), access.records());
        this.settling = new TableSettling(access);
        this.settings = new SettingsChange(access.names());
        this.uuids = uuids;
    }

    private record Created(Table table, CreateTableResponse response) {}

    @Override
    public CreateTableResponse execute(CreateTableRequest request) {
        return execute(request, null);
    }

    /// Creates a table that stays CREATING until it has been filled.
    ///
    /// @param restore who fills it; null for nobody
    CreateTableResponse execute(CreateTableRequest request, @Nullable TableRestore restore) {
        BillingMode mode =
                Objects.requireNonNullElse(request.billingMode(), BillingMode.PROVISIONED);
        ProvisionedThroughput throughput =
                TableDefinitions.throughput(mode, request.provisionedThroughput());
        AttributeTypes types = AttributeTypes.of(request.attributeDefinitions());
        KeySchema keys = TableDefinitions.keySchema(request.keySchema(), types);
        TableIndexes indexes = NewTableIndexes.of(request, keys, types, mode);
        StreamViewType view = viewType(request.streamSpecification());
        Table planned =
                planned(request, mode, throughput, keys)
                        .withIndexes(indexes)
                        .withAttributeDefinitions(types.usedBy(keys, indexes.all()))
                        .withPast(new TablePast(null, restore));
        String policy = request.resourcePolicy();
        if (policy != null) {
            PutResourcePolicy.requireSize(policy);
        }
        Created created =
                access.sequencer()
                        .admit(
                                (CatalogCommand<Created>)
                                        catalog -> create(catalog, planned, view, policy));
        settling.settle(created.table());
        return created.response();
    }

    private Table planned(
            CreateTableRequest request,
            BillingMode mode,
            ProvisionedThroughput throughput,
            KeySchema keys) {
        TableSettings chosen = settings.atCreation(request.options(), mode, throughput);
        return new Table(
                0,
                request.tableName(),
                uuids.get(),
                TableStatus.CREATING,
                Instant.EPOCH,
                keys,
                request.attributeDefinitions(),
                mode,
                throughput,
                TableDefinitions.partitions(chosen.warmThroughput()),
                null,
                chosen,
                TagRules.checked(request.tags()),
                null,
                TableIndexes.NONE,
                TablePast.NONE);
    }

    private Created create(
            CatalogEvaluation catalog,
            Table planned,
            @Nullable StreamViewType view,
            @Nullable String policy) {
        catalog.state().table(planned.name()).ifPresent(CreateTable::refuse);
        Table table =
                planned.born(
                        catalog.state().counters().lastTableId() + 1,
                        Instant.ofEpochMilli(HybridClock.millis(catalog.position())));
        if (view != null) {
            table = streams.enable(catalog, table, view);
        }
        catalog.change(new CatalogChange.PutTable(table));
        if (policy != null) {
            PutResourcePolicy.attach(catalog, access.names().tableArn(table.name()), policy);
        }
        return new Created(table, new CreateTableResponse(access.describe(catalog.state(), table)));
    }

    private static void refuse(Table other) {
        String what = isBeingRestored(other) ? "Table is being used: " : "Table already exists: ";
        throw new ApiException(ApiError.RESOURCE_IN_USE, what + other.name());
    }

    private static boolean isBeingRestored(Table table) {
        TableRestore restore = table.past().restore();
        return restore != null && !restore.isImport();
    }

    private static @Nullable StreamViewType viewType(@Nullable StreamSpecification specification) {
        if (specification == null) {
            return null;
        }
        StreamViewType view = specification.streamViewType();
        if (specification.streamEnabled() && view == null) {
            throw ApiException.invalidParameter(
                    "Table is being created with a stream enabled, UpdateViewType is required");
        }
        if (!specification.streamEnabled() && view != null) {
            throw ApiException.invalidParameter(
                    "Table is being created with a stream disabled, UpdateViewType should not be"
                            + " specified");
        }
        return view;
    }
}
