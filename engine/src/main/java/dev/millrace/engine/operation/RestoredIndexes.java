package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableIndexes;
import dev.millrace.model.backup.RestoreOverrides;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorIndexSpecification;
import dev.millrace.model.table.WarmThroughput;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The indexes of a restored table: those of its source, or those of them that the request names,
/// which may give them other names and throughput (observed on AWS in October 2026).
final class RestoredIndexes {
    private static final ProvisionedThroughput NO_UNITS = new ProvisionedThroughput(0, 0);

    private final Table source;
    private final RestoreOverrides overrides;
    private final BillingMode mode;
    private final List<SecondaryIndex> all = new ArrayList<>();

    /// @param mode the billing of the restored table
    RestoredIndexes(Table source, RestoreOverrides overrides, BillingMode mode) {
        this.source = source;
        this.overrides = overrides;
        this.mode = mode;
    }

    /// The indexes, none of them ready yet.
    TableIndexes all() {
        add(IndexKind.LOCAL, overrides.localSecondaryIndexes());
        add(IndexKind.GLOBAL, overrides.globalSecondaryIndexes());
        addVectors(overrides.vectorIndexes());
        requireDistinctNames();
        return new TableIndexes(List.copyOf(all), all.size());
    }

    private void add(IndexKind kind, @Nullable List<IndexSpecification> asked) {
        if (asked == null) {
            indexesOf(kind).forEach(index -> all.add(kept(index)));
        } else {
            asked.forEach(each -> all.add(overridden(kind, each)));
        }
    }

    private void addVectors(@Nullable List<VectorIndexSpecification> asked) {
        List<SecondaryIndex> vectors =
                asked == null
                        ? indexesOf(IndexKind.VECTOR).toList()
                        : asked.stream().map(this::overridden).toList();
        if (!vectors.isEmpty()) {
            VectorDefinitions.requireBilling(mode);
        }
        vectors.forEach(index -> all.add(index.renumbered(all.size() + 1)));
    }

    private SecondaryIndex overridden(VectorIndexSpecification asked) {
        return indexesOf(IndexKind.VECTOR)
                .filter(index -> VectorDefinitions.isSame(index, asked))
                .findFirst()
                .orElseThrow(() -> unknown(asked.indexName()))
                .renamed(asked.indexName());
    }

    private Stream<SecondaryIndex> indexesOf(IndexKind kind) {
        return source.indexes().maintained().stream().filter(index -> index.kind() == kind);
    }

    private SecondaryIndex kept(SecondaryIndex index) {
        if (index.kind() == IndexKind.LOCAL) {
            return with(index, index.name(), NO_UNITS, OnDemandThroughput.UNLIMITED);
        }
        return switch (mode) {
            case PAY_PER_REQUEST -> with(index, index.name(), NO_UNITS, index.onDemandThroughput());
            case PROVISIONED -> {
                if (index.throughput().equals(NO_UNITS)) {
                    throw unitsMissing(index.name());
                }
                yield with(index, index.name(), index.throughput(), OnDemandThroughput.UNLIMITED);
            }
        };
    }

    private SecondaryIndex overridden(IndexKind kind, IndexSpecification asked) {
        SecondaryIndex index =
                indexesOf(kind)
                        .filter(each -> isSame(each, asked))
                        .findFirst()
                        .orElseThrow(() -> unknown(asked.indexName()));
        if (kind == IndexKind.LOCAL) {
            return with(index, asked.indexName(), NO_UNITS, OnDemandThroughput.UNLIMITED);
        }
        requireUnits(asked);
        return IndexThroughput.atCreation(
                with(index, asked.indexName(), NO_UNITS, OnDemandThroughput.UNLIMITED),
                mode,
                asked);
    }

    private SecondaryIndex with(
            SecondaryIndex index,
            String name,
            ProvisionedThroughput units,
            OnDemandThroughput limits) {
        boolean isLocal = index.kind() == IndexKind.LOCAL;
        return new SecondaryIndex(
                all.size() + 1,
                index.kind(),
                name,
                index.keySchema(),
                index.projection(),
                IndexStatus.CREATING,
                null,
                units,
                limits,
                isLocal ? new WarmThroughput(0, 0) : WarmThroughput.initial(mode, units));
    }

    private void requireUnits(IndexSpecification asked) {
        boolean hasUnits = asked.provisionedThroughput() != null;
        if (mode == BillingMode.PROVISIONED && !hasUnits) {
            throw unitsMissing(asked.indexName());
        }
        if (mode == BillingMode.PAY_PER_REQUEST && hasUnits) {
            throw ApiException.validation(
                    "Invalid Request: Cannot override ProvisionedThroughput if BillingMode is"
                            + " overridden to PAY_PER_REQUEST for index "
                            + asked.indexName());
        }
    }

    private void requireDistinctNames() {
        Set<String> names = new HashSet<>();
        for (SecondaryIndex index : all) {
            if (!names.add(index.name())) {
                throw ApiException.invalidParameter("Duplicate index name: " + index.name());
            }
        }
    }

    private static boolean isSame(SecondaryIndex index, IndexSpecification asked) {
        IndexKeySchema keys = index.keySchema();
        return names(keys.partitionKeys()).equals(names(asked, KeySchemaElement.KeyType.HASH))
                && names(keys.sortKeys()).equals(names(asked, KeySchemaElement.KeyType.RANGE))
                && isSame(index.projection(), asked.projection());
    }

    static boolean isSame(IndexProjection one, IndexProjection other) {
        return one.projectionType() == other.projectionType()
                && included(one).equals(included(other));
    }

    private static Set<String> included(IndexProjection projection) {
        return Set.copyOf(Objects.requireNonNullElse(projection.nonKeyAttributes(), List.of()));
    }

    private static List<String> names(List<KeyAttribute> attributes) {
        return attributes.stream().map(KeyAttribute::name).toList();
    }

    private static List<String> names(IndexSpecification asked, KeySchemaElement.KeyType type) {
        return asked.keySchema().stream()
                .filter(element -> element.keyType() == type)
                .map(KeySchemaElement::attributeName)
                .toList();
    }

    private static ApiException unitsMissing(String indexName) {
        return ApiException.validation(
                "Invalid Request: Must specify provisioned throughput for index " + indexName);
    }

    private static ApiException unknown(String indexName) {
        return ApiException.validation(
                "Invalid Request: Index %s does not match a secondary index that existed in the"
                                .formatted(indexName)
                        + " source table and cannot be created during the restore operation");
    }
}
