package dev.millrace.model.request;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A legacy condition on one attribute, in `KeyConditions`, `QueryFilter` or `ScanFilter`.
///
/// @param attributeValueList what the attribute is compared with; null like an empty list
public record LegacyCondition(
        LegacyOperator comparisonOperator, @Nullable List<AttributeValue> attributeValueList) {}
