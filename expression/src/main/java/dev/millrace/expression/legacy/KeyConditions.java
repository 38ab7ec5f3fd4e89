package dev.millrace.expression.legacy;

import dev.millrace.expression.ast.Predicate;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.request.LegacyCondition;
import dev.millrace.model.request.LegacyOperator;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes a predicate of `KeyConditions`, and tells which of their operators a key can be searched
/// by, which AWS checks only against the key schema.
public final class KeyConditions {
    private static final int OF_TABLE_MAX = 2;

    private KeyConditions() {}

    /// The predicate that says what all conditions say.
    ///
    /// @throws InvalidParameterException if a condition has the wrong values for its operator, or
    ///   there are none or more than `conditionsMax`
    public static Predicate of(Map<String, LegacyCondition> conditions, int conditionsMax) {
        Predicate all = LegacyConditions.of(conditions, null);
        if (conditions.isEmpty() || conditions.size() > conditionsMax) {
            throw new InvalidParameterException(countFault(conditionsMax));
        }
        return all;
    }

    /// What is said of a key condition with no parts or more than `conditionsMax`.
    public static String countFault(int conditionsMax) {
        return conditionsMax == OF_TABLE_MAX
                ? "Conditions can be of length 1 or 2 only"
                : "Conditions can be of length 1 to " + conditionsMax + " only";
    }

    /// Requires the conditions to be about key attributes, the partition key among them, with
    /// operators that a key can be searched by.
    ///
    /// @throws ApiException if it is not so
    public static void requireIndexable(
            Map<String, LegacyCondition> conditions, IndexKeySchema schema) {
        if (schema.sortKeys().isEmpty() && conditions.size() > schema.partitionKeys().size()) {
            throw ApiException.validation("Query key condition not supported");
        }
        boolean onlyKeys = namesOf(schema).containsAll(conditions.keySet());
        for (KeyAttribute key : schema.attributes()) {
            LegacyCondition condition = conditions.get(key.name());
            if (condition != null) {
                requireIndexable(condition.comparisonOperator());
            } else if (!onlyKeys || schema.partitionKeys().contains(key)) {
                throw ApiException.validation(
                        "Query condition missed key schema element: " + key.name());
            }
        }
    }

    private static Set<String> namesOf(IndexKeySchema schema) {
        return schema.attributes().stream().map(KeyAttribute::name).collect(Collectors.toSet());
    }

    private static void requireIndexable(LegacyOperator operator) {
        switch (operator) {
            case EQ, LT, LE, GT, GE, BETWEEN, BEGINS_WITH -> {}
            case NE, NULL, NOT_NULL, IN, CONTAINS, NOT_CONTAINS ->
                    throw ApiException.validation(
                            "Attempted conditional constraint is not an indexable operation");
        }
    }
}
