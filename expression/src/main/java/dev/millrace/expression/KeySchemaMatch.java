package dev.millrace.expression;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives the conditions on single attributes their places in a key schema (dynamodb-api reference,
/// section 7.4).
///
/// Each attribute of the partition key needs its condition. Those of the sort key come from left to
/// right without gaps, all but the last with equality: an attribute that leaves a gap is named
/// together with the one behind it that shows it. In which order they are written does not matter.
final class KeySchemaMatch {
    private final IndexKeySchema schema;
    private final Map<String, KeyTerm> open;
    private final List<KeyTerm> partition = new ArrayList<>();
    private final List<KeyTerm> sort = new ArrayList<>();

    private KeySchemaMatch(IndexKeySchema schema, Map<String, KeyTerm> terms) {
        this.schema = schema;
        this.open = new HashMap<>(terms);
    }

    /// The condition that the terms make for this schema.
    ///
    /// @throws ApiException if they miss a key attribute or name others, do not demand equality
    ///   where it is needed, or have values of the wrong type
    static KeyCondition of(IndexKeySchema schema, Map<String, KeyTerm> terms) {
        KeySchemaMatch match = new KeySchemaMatch(schema, terms);
        match.takePartition();
        match.takeSort();
        match.requireEqualities();
        match.requireValues();
        return match.condition();
    }

    private void takePartition() {
        schema.partitionKeys().forEach(key -> partition.add(required(key)));
    }

    private void takeSort() {
        if (!open.isEmpty() && schema.sortKeys().isEmpty()) {
            throw notSupported();
        }
        requireNoGap();
        for (KeyAttribute key : schema.sortKeys()) {
            if (!open.isEmpty()) {
                sort.add(required(key));
            }
        }
        if (!open.isEmpty()) {
            throw notSupported();
        }
    }

    private void requireNoGap() {
        List<String> lacking = new ArrayList<>();
        for (KeyAttribute key : schema.sortKeys()) {
            KeyTerm term = open.get(key.name());
            if (term != null && !lacking.isEmpty()) {
                throw gap(lacking, key);
            }
            if (term == null || !term.isEquality()) {
                lacking.add(key.name());
            }
        }
    }

    private KeyTerm required(KeyAttribute key) {
        KeyTerm term = open.remove(key.name());
        if (term == null) {
            throw ApiException.validation(
                    "Query condition missed key schema element: " + key.name());
        }
        return term;
    }

    private void requireEqualities() {
        if (!partition.stream().allMatch(KeyTerm::isEquality)) {
            throw notSupported();
        }
    }

    private void requireValues() {
        for (int i = 0; i < partition.size(); i++) {
            requireValues(partition.get(i), schema.partitionKeys().get(i));
        }
        for (int i = 0; i < sort.size(); i++) {
            requireValues(sort.get(i), schema.sortKeys().get(i));
        }
    }

    private KeyCondition condition() {
        return new KeyCondition(
                values(partition),
                values(leading(sort)),
                sort.isEmpty() ? null : sort.getLast().condition());
    }

    private static List<KeyTerm> leading(List<KeyTerm> terms) {
        return terms.subList(0, Math.max(0, terms.size() - 1));
    }

    private static List<AttributeValue> values(List<KeyTerm> equalities) {
        return equalities.stream().map(term -> term.values().getFirst()).toList();
    }

    private static void requireValues(KeyTerm term, KeyAttribute key) {
        for (AttributeValue value : term.values()) {
            if (!key.type().matches(value)) {
                throw ApiException.invalidParameter(
                        "Condition parameter type does not match schema type");
            }
            @Nullable String empty = emptyKind(value);
            if (empty != null) {
                throw ApiException.validation(
                        "One or more parameter values are not valid. The AttributeValue for a key"
                                + " attribute cannot contain an empty "
                                + empty
                                + " value. Key: "
                                + key.name());
            }
        }
    }

    private static @Nullable String emptyKind(AttributeValue value) {
        if (value instanceof AttributeValue.S(String text) && text.isEmpty()) {
            return "string";
        }
        return value instanceof AttributeValue.B(var bytes) && bytes.length() == 0
                ? "binary"
                : null;
    }

    private static ApiException gap(List<String> lacking, KeyAttribute present) {
        return ApiException.validation(
                "RANGE key attributes "
                        + String.join(", ", lacking)
                        + " must have equality conditions specified in the query because a"
                        + " condition is present on key attribute "
                        + present.name());
    }

    private static ApiException notSupported() {
        return ApiException.validation("Query key condition not supported");
    }
}
