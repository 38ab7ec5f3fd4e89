package dev.millrace.model.request;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

/// A legacy update of one attribute.
///
/// @param action null stands for `PUT`
/// @param value null only goes with `DELETE`, which then takes the whole attribute away
public record AttributeValueUpdate(
        @Nullable AttributeAction action, @Nullable AttributeValue value) {}
