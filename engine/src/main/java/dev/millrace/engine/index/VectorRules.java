package dev.millrace.engine.index;

import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import java.util.List;
import java.util.Set;

/// Refuses items whose vector, or whose values that searches name, an index of vectors cannot hold
/// (captures of public suites, August 2026; full stops are where AWS has them).
final class VectorRules {
    /// The longest value of an attribute that a search may name, in bytes.
    static final int FILTER_BYTES_MAX = 10_240;

    private static final String INVALID = "One or more parameter values were invalid. ";
    private static final String RANGE = "[-3.4028235E38, 3.4028235E38]";

    private VectorRules() {}

    /// Checks those of the attributes named `changed` that the index is about.
    ///
    /// @throws ApiException if one of them is wrong
    static void require(SecondaryIndex index, VectorSchema schema, Item item, Set<String> changed) {
        AttributeValue vector = item.get(schema.attribute());
        if (vector != null && changed.contains(schema.attribute())) {
            requireVector(index, schema, vector);
        }
        for (KeyAttribute attribute : index.typedAttributes()) {
            AttributeValue value = item.get(attribute.name());
            if (value != null && changed.contains(attribute.name())) {
                requireType(index, attribute, value);
                requireSize(schema, attribute, value);
            }
        }
    }

    private static void requireVector(
            SecondaryIndex index, VectorSchema schema, AttributeValue value) {
        String name = schema.attribute();
        if (!(value instanceof AttributeValue.L(var elements))) {
            throw fault(
                    "Invalid type for parameter %s, Expected: 32-bit floating point number list"
                            .formatted(name),
                    index);
        }
        if (elements.size() != schema.dimensions()) {
            throw fault(
                    "Invalid size for parameter %s, Expected: %d, Actual: %d"
                            .formatted(name, schema.dimensions(), elements.size()),
                    index);
        }
        requireComponents(index, name, elements);
    }

    private static void requireComponents(
            SecondaryIndex index, String name, List<AttributeValue> elements) {
        for (int i = 0; i < elements.size(); i++) {
            if (!(elements.get(i) instanceof AttributeValue.N(var number))) {
                throw fault(
                        "Invalid type for parameter %s[%d], Expected: 32-bit floating point number, Actual: %s."
                                .formatted(name, i, elements.get(i).type()),
                        index);
            }
            if (Float.isInfinite(VectorValues.component(number))) {
                throw fault(
                        "Invalid value for parameter %s[%d], Value: %s is outside valid range %s."
                                .formatted(name, i, number.number().stripTrailingZeros(), RANGE),
                        index);
            }
        }
    }

    private static void requireType(
            SecondaryIndex index, KeyAttribute attribute, AttributeValue value) {
        if (!attribute.type().matches(value)) {
            throw fault(
                    "Attribute '%s' type mismatch. Expected: %s, Actual: %s."
                            .formatted(attribute.name(), attribute.type(), value.type()),
                    index);
        }
    }

    private static void requireSize(
            VectorSchema schema, KeyAttribute attribute, AttributeValue value) {
        if (schema.filters().contains(attribute) && KeyBytes.of(value).length > FILTER_BYTES_MAX) {
            throw ApiException.invalidParameter(
                    "Size limit exceeded for SearchSchema attribute '%s': maximum %d bytes"
                            .formatted(attribute.name(), FILTER_BYTES_MAX));
        }
    }

    private static ApiException fault(String what, SecondaryIndex index) {
        return ApiException.validation(INVALID + what + " IndexName: " + index.name());
    }
}
