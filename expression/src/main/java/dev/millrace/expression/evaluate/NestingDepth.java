package dev.millrace.expression.evaluate;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;

import java.util.Collection;

/// How deeply maps and lists lie within each other, and the limit of that.
final class NestingDepth {
    /// The most levels of maps and lists below an attribute (dynamodb-api reference, section 4).
    private static final int LEVELS_MAX = 31;

    private NestingDepth() {}

    /// Requires that the value may stand at the path.
    ///
    /// @throws ApiException if it would lie too deep
    static void require(DocumentPath path, AttributeValue value) {
        if (path.steps().size() + levels(value) > LEVELS_MAX) {
            throw UpdateFaults.nestedTooDeeply();
        }
    }

    private static int levels(AttributeValue value) {
        return switch (value) {
            case AttributeValue.M(var entries) -> 1 + deepest(entries.values());
            case AttributeValue.L(var elements) -> 1 + deepest(elements);
            case AttributeValue.S _,
                    AttributeValue.N _,
                    AttributeValue.B _,
                    AttributeValue.SS _,
                    AttributeValue.NS _,
                    AttributeValue.BS _,
                    AttributeValue.Bool _,
                    AttributeValue.Null _ ->
                    0;
        };
    }

    private static int deepest(Collection<AttributeValue> values) {
        int deepest = 0;
        for (AttributeValue value : values) {
            deepest = Math.max(deepest, levels(value));
        }
        return deepest;
    }
}
