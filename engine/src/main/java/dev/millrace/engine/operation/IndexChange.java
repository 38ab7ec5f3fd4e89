package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GlobalSecondaryIndexUpdate;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.request.VectorIndexUpdate;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.SecondaryIndex;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Changes the indexes of a table as UpdateTable asks for it (dynamodb-api reference, sections 13.3
/// and 15; capture of 9 Oct 2026).
final class IndexChange {
    private final UpdateTableRequest request;
    private final Instant moment;

    /// The changes that a request makes at `moment`.
    IndexChange(UpdateTableRequest request, Instant moment) {
        this.request = request;
        this.moment = moment;
    }

    /// Refuses new indexes that are wrong whatever the table.
    static void check(UpdateTableRequest request) {
        AttributeTypes.of(request.attributeDefinitions());
        for (GlobalSecondaryIndexUpdate update : IndexUpdateRules.updates(request)) {
            if (update.create() != null) {
                IndexDefinitions.requireKeyOrder(update.create().keySchema());
                IndexDefinitions.projection(update.create().projection());
            }
        }
    }

    /// The table after the changes.
    ///
    /// @param table with the billing that the request gives it
    /// @param before the billing that it had
    Table apply(Table table, BillingMode before) {
        List<GlobalSecondaryIndexUpdate> updates = IndexUpdateRules.updates(request);
        List<VectorIndexUpdate> vectorUpdates = IndexUpdateRules.vectorUpdates(request);
        if (updates.isEmpty() && vectorUpdates.isEmpty() && table.indexes().all().isEmpty()) {
            return table;
        }
        Table changed = rebilled(table, before);
        for (GlobalSecondaryIndexUpdate update : updates) {
            changed = changed(changed, update);
        }
        VectorIndexChange vectors = new VectorIndexChange(request.attributeDefinitions());
        for (VectorIndexUpdate update : vectorUpdates) {
            changed = vectors.apply(changed, update);
        }
        return changed;
    }

    private Table rebilled(Table table, BillingMode before) {
        if (table.billingMode() == before) {
            return table;
        }
        VectorIndexChange.requireBilling(table);
        List<SecondaryIndex> all = new ArrayList<>();
        for (SecondaryIndex index : table.indexes().all()) {
            all.add(index.kind() == IndexKind.GLOBAL ? rebilled(table, index) : index);
        }
        return table.withIndexes(new TableIndexes(all, table.indexes().lastId()));
    }

    private SecondaryIndex rebilled(Table table, SecondaryIndex index) {
        return switch (table.billingMode()) {
            case PAY_PER_REQUEST -> IndexThroughput.onDemand(index, moment);
            case PROVISIONED -> {
                requireUnits(index);
                yield IndexThroughput.unlimited(index);
            }
        };
    }

    private void requireUnits(SecondaryIndex index) {
        for (GlobalSecondaryIndexUpdate update : IndexUpdateRules.updates(request)) {
            boolean hasUnits =
                    update.update() != null && update.update().provisionedThroughput() != null;
            if (hasUnits && IndexUpdateRules.nameOf(update).equals(index.name())) {
                return;
            }
        }
        throw ApiException.invalidParameter(
                "ProvisionedThroughput must be specified for index: " + index.name());
    }

    private Table changed(Table table, GlobalSecondaryIndexUpdate update) {
        if (update.create() != null) {
            return created(table, update.create());
        }
        String name = IndexUpdateRules.nameOf(update);
        SecondaryIndex index = require(table, name, update.delete() == null ? "update" : "delete");
        if (update.update() == null) {
            return table.withIndexes(table.indexes().with(deleted(table, index)));
        }
        requireAllocated(table, index, "Index is being created. ");
        return table.withIndexes(
                table.indexes()
                        .with(IndexThroughput.changed(table, index, update.update(), moment)));
    }

    private static SecondaryIndex require(Table table, String name, String what) {
        SecondaryIndex index = table.indexes().named(name).orElseThrow(() -> unknown(table, name));
        if (index.kind() != IndexKind.GLOBAL) {
            throw ApiException.validation(
                    "Cannot %s an index that is not a GlobalSecondaryIndex: %s"
                            .formatted(what, name));
        }
        return index;
    }

    /// The answer to a change of an index that a table does not have.
    static ApiException unknown(Table table, String name) {
        return ApiException.resourceNotFound(
                "Requested resource not found: Index %s for table %s"
                        .formatted(name, table.name()));
    }

    private static void requireAllocated(Table table, SecondaryIndex index, String otherwise) {
        if (Boolean.FALSE.equals(index.backfilling())) {
            throw UpdateTable.inUse(
                    otherwise + "Table: " + table.name() + " Index: " + index.name());
        }
    }

    /// The index as it is once UpdateTable has deleted it.
    ///
    /// @throws ApiException if it cannot be deleted yet
    static SecondaryIndex deleted(Table table, SecondaryIndex index) {
        requireDeletable(table, index);
        requireNoOther(table, index.name());
        return index.withStatus(IndexStatus.DELETING, null);
    }

    /// Refuses to delete an index that waits for its resources.
    static void requireDeletable(Table table, SecondaryIndex index) {
        requireAllocated(
                table,
                index,
                "Index creation is in resource allocation phase. Retry deletion during"
                        + " backfilling phase or when the index is active. ");
    }

    /// Refuses to make another index with a name that a table has, or while another is made.
    static void requireNew(Table table, String name) {
        if (table.indexes().named(name).isPresent()) {
            throw ApiException.validation("Attempting to create an index which already exists");
        }
        requireNoOther(table, name);
    }

    private Table created(Table table, IndexSpecification asked) {
        TableIndexes indexes = table.indexes();
        requireNew(table, asked.indexName());
        VectorIndexChange.requireNoVectors(table, asked, request.attributeDefinitions());
        requireRoom(indexes);
        AttributeTypes types = types(table, asked);
        IndexThroughput.requireUnits(
                table.billingMode(),
                asked,
                "Both ReadCapacityUnits and WriteCapacityUnits must be specified for index: ");
        SecondaryIndex index =
                NewTableIndexes.globalIndex(indexes.lastId() + 1, asked, types, table.billingMode())
                        .withStatus(IndexStatus.CREATING, false);
        TableIndexes all = indexes.with(index);
        NewTableIndexes.requireNonKeyAttributes(all.all());
        return table.withIndexes(all)
                .withAttributeDefinitions(types.usedBy(table.keySchema(), all.all()));
    }

    private AttributeTypes types(Table table, IndexSpecification asked) {
        List<AttributeDefinition> definitions = request.attributeDefinitions();
        if (definitions.isEmpty()) {
            throw ApiException.invalidParameter(
                    "AttributeDefinitions is not specified for index: " + asked.indexName());
        }
        AttributeTypes types =
                AttributeTypes.of(table.attributeDefinitions()).and(AttributeTypes.of(definitions));
        types.requireDefined(asked.keySchema());
        return types;
    }

    /// Refuses to make or delete an index while another one is being filled.
    static void requireNoOther(Table table, String name) {
        for (SecondaryIndex index : table.indexes().all()) {
            if (index.isUnderConstruction() && !index.name().equals(name)) {
                throw IndexUpdateRules.oneOnlineIndex();
            }
        }
    }

    private static void requireRoom(TableIndexes indexes) {
        long count =
                indexes.all().stream().filter(index -> index.kind() == IndexKind.GLOBAL).count();
        if (count >= NewTableIndexes.GLOBAL_MAX) {
            throw new ApiException(
                    ApiError.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: Number of global secondary indexes exceeds"
                            + " per-table limit of "
                            + NewTableIndexes.GLOBAL_MAX);
        }
    }
}
