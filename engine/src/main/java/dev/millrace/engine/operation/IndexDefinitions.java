package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.ProjectionType;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks keys and projections of the indexes that clients ask for (dynamodb-api reference, section
/// 13.3; capture of 9 Oct 2026).
final class IndexDefinitions {
    private IndexDefinitions() {}

    /// Refuses key elements in another order than partition key, then sort key, too many of either,
    /// or two of one attribute.
    static void requireKeyOrder(List<KeySchemaElement> elements) {
        if (elements.getFirst().keyType() != KeyType.HASH) {
            throw ApiException.validation(
                    "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
        }
        requireHashFirst(elements);
        requireCount(elements, KeyType.HASH);
        requireCount(elements, KeyType.RANGE);
        Set<String> names = new HashSet<>();
        if (!elements.stream().allMatch(each -> names.add(each.attributeName()))) {
            throw ApiException.validation(
                    elements.size() == 2
                            ? "Both the Hash Key and the Range Key element in the KeySchema have"
                                    + " the same name"
                            : "The KeySchema contains multiple key attributes with the same name");
        }
    }

    /// The key with the types of its attributes, which are all defined.
    static IndexKeySchema keySchema(List<KeySchemaElement> elements, AttributeTypes types) {
        return new IndexKeySchema(
                of(elements, KeyType.HASH).stream().map(types::of).toList(),
                of(elements, KeyType.RANGE).stream().map(types::of).toList());
    }

    /// The projection as an index keeps it: with the names in order, if it has any.
    static IndexProjection projection(IndexProjection asked) {
        ProjectionType type = asked.projectionType();
        if (type == null) {
            throw ApiException.invalidParameter("Unknown ProjectionType: null");
        }
        List<String> names = asked.nonKeyAttributes();
        if (type == ProjectionType.INCLUDE && names == null) {
            throw ApiException.invalidParameter(
                    "ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        }
        if (type != ProjectionType.INCLUDE && names != null) {
            throw ApiException.invalidParameter(
                    "ProjectionType is " + type + ", but NonKeyAttributes is specified");
        }
        return new IndexProjection(type, inOrder(names));
    }

    private static @Nullable List<String> inOrder(@Nullable List<String> names) {
        if (names == null) {
            return null;
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw ApiException.invalidParameter(
                        "Duplicate element in NonKeyAttributes: " + name);
            }
        }
        return names.stream().sorted().toList();
    }

    private static void requireHashFirst(List<KeySchemaElement> elements) {
        int hashes = of(elements, KeyType.HASH).size();
        if (elements.stream().limit(hashes).anyMatch(each -> each.keyType() != KeyType.HASH)) {
            throw ApiException.invalidParameter(
                    "All HASH key attributes must precede RANGE key attributes in the KeySchema");
        }
    }

    private static void requireCount(List<KeySchemaElement> elements, KeyType type) {
        if (of(elements, type).size() > IndexKeySchema.ATTRIBUTES_MAX) {
            throw ApiException.invalidParameter(
                    "The KeySchema exceeds the maximum allowed number of "
                            + type
                            + " key attributes");
        }
    }

    private static List<KeySchemaElement> of(List<KeySchemaElement> elements, KeyType type) {
        return elements.stream().filter(each -> each.keyType() == type).toList();
    }
}
