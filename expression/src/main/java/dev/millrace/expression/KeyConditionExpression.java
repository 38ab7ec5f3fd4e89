package dev.millrace.expression;

import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.legacy.KeyConditions;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.request.LegacyCondition;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// The key condition of a query, which gets its full meaning from the key schema of the table or
/// index that is queried.
public final class KeyConditionExpression {
    private final Predicate predicate;
    private final int termsMax;
    private final @Nullable Map<String, LegacyCondition> legacy;

    KeyConditionExpression(Predicate predicate, int termsMax) {
        this(predicate, termsMax, null);
    }

    private KeyConditionExpression(
            Predicate predicate, int termsMax, @Nullable Map<String, LegacyCondition> legacy) {
        this.predicate = predicate;
        this.termsMax = termsMax;
        this.legacy = legacy;
    }

    /// The key condition that the legacy `KeyConditions` make.
    static KeyConditionExpression ofConditions(
            Map<String, LegacyCondition> conditions, int termsMax) {
        return new KeyConditionExpression(
                KeyConditions.of(conditions, termsMax), termsMax, conditions);
    }

    /// Requires the form of a key condition, whatever the key schema.
    ///
    /// @throws ApiException if it has not this form
    void requireForm() {
        KeyTerms.of(predicate, termsMax);
    }

    /// The condition on the partition key and the sort key of this schema.
    ///
    /// @throws ApiException if it has not the form of a key condition, misses a key attribute or
    ///   names others, does not demand equality where the schema needs it, or has values of the
    ///   wrong type
    public KeyCondition resolve(IndexKeySchema schema) {
        if (legacy != null) {
            KeyConditions.requireIndexable(legacy, schema);
        }
        int most = Math.max(KeyTerms.OF_TABLE_MAX, schema.attributes().size());
        return KeySchemaMatch.of(schema, KeyTerms.of(predicate, most));
    }
}
