package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.WarmThroughput;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the indexes that a table is created with, and checks them (dynamodb-api reference, section
/// 13.3; capture of 9 Oct 2026).
///
/// Keys and definitions are checked first, so a definition that nothing uses hides all other
/// faults, as on AWS.
final class NewTableIndexes {
    /// The most local secondary indexes of a table.
    static final int LOCAL_MAX = 5;

    /// The most global secondary indexes of a table.
    static final int GLOBAL_MAX = 20;

    /// The most attributes that all indexes of a table together may name in their projections.
    static final int NON_KEY_ATTRIBUTES_MAX = 100;

    private static final ProvisionedThroughput NO_UNITS = new ProvisionedThroughput(0, 0);

    private final KeySchema keys;
    private final AttributeTypes types;
    private final List<IndexSpecification> local;
    private final List<IndexSpecification> global;
    private final NewVectorIndexes vectors;

    private NewTableIndexes(
            KeySchema keys,
            AttributeTypes types,
            List<IndexSpecification> local,
            List<IndexSpecification> global,
            NewVectorIndexes vectors) {
        this.keys = keys;
        this.types = types;
        this.local = local;
        this.global = global;
        this.vectors = vectors;
    }

    /// The indexes of a new table with this key and billing; none is ready yet.
    static TableIndexes of(
            CreateTableRequest request, KeySchema keys, AttributeTypes types, BillingMode mode) {
        NewTableIndexes asked =
                new NewTableIndexes(
                        keys,
                        types,
                        given(request.localSecondaryIndexes(), "LocalSecondaryIndexes"),
                        given(request.globalSecondaryIndexes(), "GlobalSecondaryIndexes"),
                        NewVectorIndexes.of(request.vectorIndexes(), types, mode));
        asked.checkKeys();
        asked.checkLocal();
        asked.checkGlobal(mode);
        asked.checkNames();
        TableIndexes indexes = asked.indexes(mode);
        requireNonKeyAttributes(indexes.all());
        return indexes;
    }

    /// Refuses more attributes in the projections of a table's indexes than it may have.
    static void requireNonKeyAttributes(List<SecondaryIndex> indexes) {
        int count =
                indexes.stream()
                        .map(index -> index.projection().nonKeyAttributes())
                        .filter(Objects::nonNull)
                        .mapToInt(List::size)
                        .sum();
        if (count > NON_KEY_ATTRIBUTES_MAX) {
            throw ApiException.invalidParameter(
                    "Number of NonKeyAttributes of all indexes exceeds the per-table limit of "
                            + NON_KEY_ATTRIBUTES_MAX);
        }
    }

    /// A new global index of a table with this billing, of which everything has been checked but
    /// its limits and warm throughput.
    static SecondaryIndex globalIndex(
            int id, IndexSpecification asked, AttributeTypes types, BillingMode mode) {
        return IndexThroughput.atCreation(index(id, IndexKind.GLOBAL, asked, types), mode, asked);
    }

    private static List<IndexSpecification> given(
            @Nullable List<IndexSpecification> indexes, String member) {
        if (indexes != null && indexes.isEmpty()) {
            throw ApiException.invalidParameter("List of " + member + " is empty");
        }
        return indexes == null ? List.of() : indexes;
    }

    private Stream<IndexSpecification> all() {
        return Stream.concat(local.stream(), global.stream());
    }

    private void checkKeys() {
        all().map(IndexSpecification::keySchema)
                .forEach(elements -> {
                    IndexDefinitions.requireKeyOrder(elements);
                    types.requireDefined(elements);
                });
        Set<String> used = new LinkedHashSet<>();
        keys.attributes().stream().map(KeyAttribute::name).forEach(used::add);
        all().flatMap(index -> index.keySchema().stream())
                .map(KeySchemaElement::attributeName)
                .forEach(used::add);
        vectors.used().forEach(used::add);
        types.requireUsed(used, names().findAny().isPresent());
    }

    private void checkLocal() {
        if (!local.isEmpty() && keys.sortKey() == null) {
            throw ApiException.invalidParameter(
                    "Table KeySchema does not have a range key, which is required when specifying a"
                            + " LocalSecondaryIndex");
        }
        if (local.size() > LOCAL_MAX) {
            throw ApiException.invalidParameter(
                    "Number of LocalSecondaryIndexes exceeds per-table limit of " + LOCAL_MAX);
        }
        local.forEach(this::checkLocal);
    }

    private void checkLocal(IndexSpecification index) {
        String hash = index.keySchema().getFirst().attributeName();
        if (!hash.equals(keys.partitionKey().name())) {
            throw ApiException.invalidParameter(
                    ("Index KeySchema does not have the same leading hash key as table KeySchema"
                                    + " for index: %s. index hash key: %s, table hash key: %s")
                            .formatted(index.indexName(), hash, keys.partitionKey().name()));
        }
        if (index.keySchema().size() == 1) {
            throw ApiException.invalidParameter(
                    "Index KeySchema does not have a range key for index: " + index.indexName());
        }
        IndexDefinitions.projection(index.projection());
    }

    private void checkGlobal(BillingMode mode) {
        if (global.size() > GLOBAL_MAX) {
            throw ApiException.invalidParameter(
                    "GlobalSecondaryIndex count exceeds the per-table limit of " + GLOBAL_MAX);
        }
        for (IndexSpecification index : global) {
            IndexDefinitions.projection(index.projection());
            IndexThroughput.requireUnits(
                    mode, index, "ProvisionedThroughput is not specified for index: ");
        }
    }

    private void checkNames() {
        Set<String> names = new HashSet<>();
        names().forEach(name -> {
            if (!names.add(name)) {
                throw ApiException.invalidParameter("Duplicate index name: " + name);
            }
        });
    }

    private Stream<String> names() {
        return Stream.concat(all().map(IndexSpecification::indexName), vectors.names());
    }

    private TableIndexes indexes(BillingMode mode) {
        List<SecondaryIndex> all = new ArrayList<>();
        local.forEach(asked -> all.add(index(all.size() + 1, IndexKind.LOCAL, asked, types)));
        global.forEach(asked -> all.add(globalIndex(all.size() + 1, asked, types, mode)));
        all.addAll(vectors.indexes(all.size() + 1));
        return new TableIndexes(List.copyOf(all), all.size());
    }

    private static SecondaryIndex index(
            int id, IndexKind kind, IndexSpecification asked, AttributeTypes types) {
        IndexProjection projection = IndexDefinitions.projection(asked.projection());
        return new SecondaryIndex(
                id,
                kind,
                asked.indexName(),
                IndexDefinitions.keySchema(asked.keySchema(), types),
                projection,
                IndexStatus.CREATING,
                null,
                NO_UNITS,
                OnDemandThroughput.UNLIMITED,
                new WarmThroughput(0, 0));
    }
}
