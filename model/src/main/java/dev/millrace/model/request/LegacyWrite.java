package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// The legacy condition of a write, by attribute name. Null means that the member was not given.
public record LegacyWrite(
        @Nullable Map<String, ExpectedAttributeValue> expected,
        @Nullable ConditionalOperator conditionalOperator) {
    /// No legacy condition given.
    public static final LegacyWrite NONE = new LegacyWrite(null, null);
}
