package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.request.UpdateTableRequest;
import dev.millrace.model.request.VectorIndexUpdate;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.TableStatus;
import dev.millrace.model.table.VectorIndexSpecification;
import dev.millrace.model.table.VectorSchema;

import java.util.List;
import java.util.Objects;

/// Makes and deletes indexes of vectors as UpdateTable asks for it (dynamodb-api reference, section
/// 17; captures of public suites, August 2026).
final class VectorIndexChange {
    private final List<AttributeDefinition> definitions;

    /// @param definitions the attributes that the request defines; those that searches name have to
    ///   be among them, even if the table knows them
    VectorIndexChange(List<AttributeDefinition> definitions) {
        this.definitions = definitions;
    }

    /// Refuses other billing than on demand for a table with an index of vectors.
    static void requireBilling(Table table) {
        if (table.indexes().all().stream().anyMatch(index -> index.kind() == IndexKind.VECTOR)) {
            throw ApiException.invalidParameter(
                    "Tables with vector indexes must be in PAY_PER_REQUEST mode");
        }
    }

    /// Refuses to change indexes of vectors while the table is UPDATING because another one waits
    /// for its resources; AWS tells that before it tells the status of the table.
    static void requireAllocated(CatalogState state, UpdateTableRequest request) {
        List<VectorIndexUpdate> updates = IndexUpdateRules.vectorUpdates(request);
        if (!updates.isEmpty()) {
            state.table(request.tableName())
                    .filter(table -> table.status() == TableStatus.UPDATING)
                    .ifPresent(table -> updates.forEach(update -> requireAllocated(table, update)));
        }
    }

    private static void requireAllocated(Table table, VectorIndexUpdate update) {
        for (SecondaryIndex index : table.indexes().all()) {
            if (!Boolean.FALSE.equals(index.backfilling())) {
                continue;
            }
            if (update.create() != null) {
                throw IndexUpdateRules.oneOnlineIndex();
            }
            if (index.name().equals(update.delete())) {
                IndexChange.requireDeletable(table, index);
            }
        }
    }

    /// Refuses an index of keys that has a vector in its key.
    static void requireNoVectors(
            Table table, IndexSpecification asked, List<AttributeDefinition> definitions) {
        AttributeTypes types = AttributeTypes.of(definitions);
        for (SecondaryIndex index : table.indexes().all()) {
            VectorSchema vector = index.vector();
            for (KeySchemaElement element : asked.keySchema()) {
                if (vector != null
                        && vector.attribute().equals(element.attributeName())
                        && types.has(element.attributeName())) {
                    throw redefined(
                            vectorSchema(vector.attribute(), vector.dimensions()),
                            keySchema(types.of(element), element.keyType().name()));
                }
            }
        }
    }

    /// The table after one change.
    Table apply(Table table, VectorIndexUpdate update) {
        return update.create() == null
                ? deleted(table, Objects.requireNonNull(update.delete()))
                : created(table, update.create());
    }

    private static Table deleted(Table table, String name) {
        SecondaryIndex index =
                table.indexes()
                        .named(name)
                        .filter(each -> each.kind() == IndexKind.VECTOR)
                        .filter(each -> each.status() != IndexStatus.DELETING)
                        .orElseThrow(() -> IndexChange.unknown(table, name));
        return table.withIndexes(table.indexes().with(IndexChange.deleted(table, index)));
    }

    private Table created(Table table, VectorIndexSpecification asked) {
        TableIndexes indexes = table.indexes();
        IndexChange.requireNew(table, asked.indexName());
        VectorDefinitions.requireBilling(table.billingMode());
        requireRoom(indexes);
        AttributeTypes types = AttributeTypes.of(definitions);
        VectorDefinitions.check(asked, types);
        requireSameDimensions(indexes, asked);
        requireNoKey(table, asked);
        AttributeTypes all = AttributeTypes.of(table.attributeDefinitions()).and(types);
        SecondaryIndex index =
                VectorDefinitions.index(indexes.lastId() + 1, asked, all)
                        .withStatus(IndexStatus.CREATING, false);
        TableIndexes next = indexes.with(index);
        NewTableIndexes.requireNonKeyAttributes(next.all());
        return table.withIndexes(next)
                .withAttributeDefinitions(all.usedBy(table.keySchema(), next.all()));
    }

    private static void requireRoom(TableIndexes indexes) {
        long count =
                indexes.all().stream().filter(index -> index.kind() == IndexKind.VECTOR).count();
        if (count >= VectorDefinitions.INDEXES_MAX) {
            throw new ApiException(
                    ApiError.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: Number of vector secondary indexes exceeds"
                            + " per-table limit of "
                            + VectorDefinitions.INDEXES_MAX);
        }
    }

    private static void requireSameDimensions(
            TableIndexes indexes, VectorIndexSpecification asked) {
        for (SecondaryIndex index : indexes.all()) {
            VectorSchema vector = index.vector();
            if (vector != null && vector.attribute().equals(asked.vectorAttribute())) {
                VectorDefinitions.requireSameDimensions(
                        vector.attribute(), vector.dimensions(), asked.dimensions());
            }
        }
    }

    private static void requireNoKey(Table table, VectorIndexSpecification asked) {
        KeyAttribute partitionKey = table.keySchema().partitionKey();
        for (KeyAttribute attribute : table.keySchema().attributes()) {
            requireOther(attribute, attribute.equals(partitionKey) ? "HASH" : "RANGE", asked);
        }
        for (SecondaryIndex index : table.indexes().all()) {
            index.keySchema().partitionKeys().forEach(each -> requireOther(each, "HASH", asked));
            index.keySchema().sortKeys().forEach(each -> requireOther(each, "RANGE", asked));
        }
    }

    private static void requireOther(
            KeyAttribute attribute, String keyType, VectorIndexSpecification asked) {
        if (attribute.name().equals(asked.vectorAttribute())) {
            throw redefined(
                    keySchema(attribute, keyType),
                    vectorSchema(asked.vectorAttribute(), asked.dimensions()));
        }
    }

    private static String keySchema(KeyAttribute attribute, String keyType) {
        return "Schema:[SchemaElement: key{%s:%s:%s}]"
                .formatted(attribute.name(), attribute.type(), keyType);
    }

    private static String vectorSchema(String attribute, long dimensions) {
        return "VectorIndexSchema:[VectorAttribute: key{%s:L:%d}]".formatted(attribute, dimensions);
    }

    private static ApiException redefined(String existing, String asked) {
        return ApiException.invalidParameter(
                "Attributes cannot be redefined. Please check that your attribute has the same type"
                        + " as previously defined. Existing schema: %s New schema: %s"
                                .formatted(existing, asked));
    }
}
