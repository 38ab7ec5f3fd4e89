package dev.millrace.expression;

import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.legacy.KeyConditions;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.request.LegacyCondition;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// The key condition of a query, which gets its full meaning from the key schema of the table or
/// index that is queried.
public final class KeyConditionExpression {
    private final Predicate predicate;
    private final @Nullable Map<String, LegacyCondition> legacy;

    KeyConditionExpression(Predicate predicate) {
        this(predicate, null);
    }

    private KeyConditionExpression(
            Predicate predicate, @Nullable Map<String, LegacyCondition> legacy) {
        this.predicate = predicate;
        this.legacy = legacy;
    }

    /// The key condition that the legacy `KeyConditions` make.
    static KeyConditionExpression ofConditions(Map<String, LegacyCondition> conditions) {
        return new KeyConditionExpression(KeyConditions.of(conditions), conditions);
    }

    /// Requires the form of a key condition, whatever the key schema.
    ///
    /// @throws ApiException if it has not this form
    void requireForm() {
        KeyTerms.of(predicate);
    }

    /// The condition on the partition key and the sort key of this schema.
    ///
    /// @throws ApiException if it has not the form of a key condition, misses a key attribute or
    ///   names others, does not demand equality of the partition key, or has values of the wrong
    ///   type
    public KeyCondition resolve(KeySchema schema) {
        if (legacy != null) {
            KeyConditions.requireIndexable(legacy, schema);
        }
        Map<String, KeyTerm> terms = KeyTerms.of(predicate);
        KeyTerm partition = require(terms, schema.partitionKey());
        @Nullable KeyTerm sort = terms.size() == 1 ? null : sortTerm(terms, schema);
        if (!partition.isEquality()) {
            throw notSupported();
        }
        requireValues(partition, schema.partitionKey());
        if (sort != null && schema.sortKey() != null) {
            requireValues(sort, schema.sortKey());
        }
        return new KeyCondition(
                partition.values().getFirst(), sort == null ? null : sort.condition());
    }

    private static KeyTerm sortTerm(Map<String, KeyTerm> terms, KeySchema schema) {
        KeyAttribute sortKey = schema.sortKey();
        if (sortKey == null) {
            throw notSupported();
        }
        return require(terms, sortKey);
    }

    private static KeyTerm require(Map<String, KeyTerm> terms, KeyAttribute key) {
        KeyTerm term = terms.get(key.name());
        if (term == null) {
            throw ApiException.validation(
                    "Query condition missed key schema element: " + key.name());
        }
        return term;
    }

    private static void requireValues(KeyTerm term, KeyAttribute key) {
        for (AttributeValue value : term.values()) {
            if (!key.type().matches(value)) {
                throw ApiException.invalidParameter(
                        "Condition parameter type does not match schema type");
            }
            requireNotEmpty(value, key);
        }
    }

    private static void requireNotEmpty(AttributeValue value, KeyAttribute key) {
        if (value instanceof AttributeValue.S(String text) && text.isEmpty()) {
            throw empty("string", key);
        }
        if (value instanceof AttributeValue.B(var bytes) && bytes.length() == 0) {
            throw empty("binary", key);
        }
    }

    private static ApiException empty(String kind, KeyAttribute key) {
        return ApiException.validation(
                "One or more parameter values are not valid. The AttributeValue for a key attribute"
                        + " cannot contain an empty "
                        + kind
                        + " value. Key: "
                        + key.name());
    }

    private static ApiException notSupported() {
        return ApiException.validation("Query key condition not supported");
    }
}
