package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// The legacy parameters of a query or a scan. Null means that the member was not given.
///
/// @param keyConditions `KeyConditions`, which only a query has
/// @param filter `QueryFilter` or `ScanFilter`
/// @param conditionalOperator how the conditions of the filter are joined
/// @param attributesToGet the top-level attributes to return
public record LegacyRead(
        @Nullable Map<String, LegacyCondition> keyConditions,
        @Nullable Map<String, LegacyCondition> filter,
        @Nullable ConditionalOperator conditionalOperator,
        @Nullable List<String> attributesToGet) {
    /// No legacy parameters given.
    public static final LegacyRead NONE = new LegacyRead(null, null, null, null);
}
