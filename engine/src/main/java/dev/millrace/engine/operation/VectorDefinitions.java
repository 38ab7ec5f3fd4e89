package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.SearchSchemaElement;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorIndexSpecification;
import dev.millrace.model.table.VectorSchema;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks the indexes of vectors that clients ask for, and makes them (dynamodb-api reference,
/// section 17; captures of public suites, August 2026).
final class VectorDefinitions {
    /// The most indexes of vectors of a table.
    static final int INDEXES_MAX = 5;

    private VectorDefinitions() {}

    /// Refuses a table whose billing goes with no index of vectors.
    static void requireBilling(BillingMode mode) {
        if (mode != BillingMode.PAY_PER_REQUEST) {
            throw ApiException.invalidParameter(
                    "Vector indexes are only supported for PAY_PER_REQUEST tables");
        }
    }

    /// Checks one index by itself.
    ///
    /// @param types of the attributes that the request defines
    static void check(VectorIndexSpecification asked, AttributeTypes types) {
        if (asked.dimensions() > VectorSchema.DIMENSIONS_MAX) {
            throw ApiException.invalidParameter(
                    "Number of dimensions must be between 1 and %d inclusive."
                            .formatted(VectorSchema.DIMENSIONS_MAX));
        }
        List<SearchSchemaElement> elements = elements(asked);
        requireCount(elements, SearchSchemaElement.Type.HASH, 1);
        requireCount(elements, SearchSchemaElement.Type.INLINE_FILTER, VectorSchema.FILTERS_MAX);
        if (elements.stream().map(SearchSchemaElement::attributeName).distinct().count()
                < elements.size()) {
            throw ApiException.invalidParameter("SearchSchema contains a duplicate AttributeName");
        }
        if (!elements.stream().allMatch(element -> types.has(element.attributeName()))) {
            throw ApiException.invalidParameter(
                    "One element in SearchSchema is not defined in attribute definitions");
        }
        if (types.has(asked.vectorAttribute())) {
            throw conflict(
                    asked.vectorAttribute(),
                    "An attribute cannot be defined in AttributeDefinitions when used as a"
                            + " VectorAttribute.");
        }
        IndexDefinitions.projection(asked.projection());
    }

    /// Refuses two indexes on one attribute whose vectors differ in length.
    static void requireSameDimensions(String attribute, long one, long other) {
        if (one != other) {
            throw conflict(
                    attribute,
                    "All VectorIndexes on the same vector attribute must use the same"
                            + " dimensions.");
        }
    }

    /// A new index that has been checked.
    static SecondaryIndex index(int id, VectorIndexSpecification asked, AttributeTypes types) {
        return SecondaryIndex.ofVectors(
                id,
                asked.indexName(),
                new IndexKeySchema(
                        attributes(asked, SearchSchemaElement.Type.HASH, types), List.of()),
                IndexDefinitions.projection(asked.projection()),
                new VectorSchema(
                        asked.vectorAttribute(),
                        (int) asked.dimensions(),
                        asked.distanceFunction(),
                        attributes(asked, SearchSchemaElement.Type.INLINE_FILTER, types)));
    }

    /// Whether an index is what is asked for, but for its name.
    static boolean isSame(SecondaryIndex index, VectorIndexSpecification asked) {
        VectorSchema vector = Objects.requireNonNull(index.vector());
        return vector.attribute().equals(asked.vectorAttribute())
                && vector.dimensions() == asked.dimensions()
                && vector.distance() == asked.distanceFunction()
                && names(index.keySchema().partitionKeys())
                        .equals(names(asked, SearchSchemaElement.Type.HASH))
                && names(vector.filters())
                        .equals(names(asked, SearchSchemaElement.Type.INLINE_FILTER))
                && RestoredIndexes.isSame(index.projection(), asked.projection());
    }

    private static Set<String> names(List<KeyAttribute> attributes) {
        return attributes.stream().map(KeyAttribute::name).collect(Collectors.toSet());
    }

    private static Set<String> names(
            VectorIndexSpecification asked, SearchSchemaElement.Type type) {
        return elements(asked).stream()
                .filter(element -> element.type() == type)
                .map(SearchSchemaElement::attributeName)
                .collect(Collectors.toSet());
    }

    /// What searches may name, as asked for; nothing if the request left it out.
    static List<SearchSchemaElement> elements(VectorIndexSpecification asked) {
        @Nullable List<SearchSchemaElement> elements = asked.searchSchema();
        return Objects.requireNonNullElse(elements, List.of());
    }

    private static List<KeyAttribute> attributes(
            VectorIndexSpecification asked, SearchSchemaElement.Type type, AttributeTypes types) {
        return elements(asked).stream()
                .filter(element -> element.type() == type)
                .map(element -> types.of(element.attributeName()))
                .toList();
    }

    private static void requireCount(
            List<SearchSchemaElement> elements, SearchSchemaElement.Type type, int max) {
        long count = elements.stream().filter(element -> element.type() == type).count();
        if (count > max) {
            throw ApiException.invalidParameter(
                    ("Value '%d' at 'SearchSchema' failed to satisfy constraint: Member must have"
                                    + " %s count less than or equal to %d")
                            .formatted(count, type, max));
        }
    }

    private static ApiException conflict(String attribute, String why) {
        return ApiException.invalidParameter(
                "Conflicting attribute definition for '%s'. %s".formatted(attribute, why));
    }
}
