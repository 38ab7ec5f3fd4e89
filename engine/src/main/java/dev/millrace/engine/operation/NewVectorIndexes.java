package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.SearchSchemaElement;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorIndexSpecification;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The indexes of vectors that a table is created with.
final class NewVectorIndexes {
    private final List<VectorIndexSpecification> asked;
    private final AttributeTypes types;

    private NewVectorIndexes(List<VectorIndexSpecification> asked, AttributeTypes types) {
        this.asked = asked;
        this.types = types;
    }

    /// The indexes that a request asks for, checked but for their names.
    ///
    /// @param asked null if the request left the list out
    static NewVectorIndexes of(
            @Nullable List<VectorIndexSpecification> asked,
            AttributeTypes types,
            BillingMode mode) {
        if (asked == null) {
            return new NewVectorIndexes(List.of(), types);
        }
        if (asked.isEmpty()) {
            throw ApiException.invalidParameter("List of VectorIndexes is empty");
        }
        if (asked.size() > VectorDefinitions.INDEXES_MAX) {
            throw ApiException.invalidParameter(
                    "VectorIndex count exceeds the per-table limit of "
                            + VectorDefinitions.INDEXES_MAX);
        }
        VectorDefinitions.requireBilling(mode);
        Map<String, Long> dimensions = new HashMap<>();
        for (VectorIndexSpecification index : asked) {
            VectorDefinitions.check(index, types);
            Long known = dimensions.put(index.vectorAttribute(), index.dimensions());
            if (known != null) {
                VectorDefinitions.requireSameDimensions(
                        index.vectorAttribute(), known, index.dimensions());
            }
        }
        return new NewVectorIndexes(asked, types);
    }

    /// The names of the indexes.
    Stream<String> names() {
        return asked.stream().map(VectorIndexSpecification::indexName);
    }

    /// The attributes that searches name.
    Stream<String> used() {
        return asked.stream()
                .flatMap(index -> VectorDefinitions.elements(index).stream())
                .map(SearchSchemaElement::attributeName);
    }

    /// The indexes, numbered from `firstId` on.
    List<SecondaryIndex> indexes(int firstId) {
        List<SecondaryIndex> indexes = new ArrayList<>();
        for (VectorIndexSpecification index : asked) {
            indexes.add(VectorDefinitions.index(firstId + indexes.size(), index, types));
        }
        return indexes;
    }
}
