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
    static KeyConditionExpression ofConditions(
            Map<String, LegacyCondition> conditions, int termsMax) {
        return new KeyConditionExpression(KeyConditions.of(conditions, termsMax), conditions);
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
    ///   names others, does not demand equality where the schema needs it, or has values of the
    ///   wrong type
    public KeyCondition resolve(IndexKeySchema schema) {
        if (legacy != null) {
            KeyConditions.requireIndexable(legacy, schema);
        }
        Map<String, KeyTerm> terms = KeyTerms.of(predicate);
        requireCount(terms.size(), schema);
        return KeySchemaMatch.of(schema, terms);
    }

    private void requireCount(int count, IndexKeySchema schema) {
        int attributes = schema.attributes().size();
        int most = Math.max(KeyTerms.OF_TABLE_MAX, attributes);
        if (count > most) {
            throw ApiException.validation(
                    legacy == null
                            ? "The number of query conditions (%d) exceeds the number of key attributes"
                                            .formatted(count)
                                    + " defined in the schema (%d)".formatted(attributes)
                            : KeyConditions.countFault(most));
        }
    }
}
