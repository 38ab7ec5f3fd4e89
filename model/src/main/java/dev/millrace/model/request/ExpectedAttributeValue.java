package dev.millrace.model.request;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a legacy write expects of one attribute: that it has a value or does not exist, or that a
/// comparison holds. Null means that the member was not given.
public record ExpectedAttributeValue(
        @Nullable AttributeValue value,
        @Nullable Boolean exists,
        @Nullable LegacyOperator comparisonOperator,
        @Nullable List<AttributeValue> attributeValueList) {}
