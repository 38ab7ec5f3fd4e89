package dev.millrace.model.response;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// What DeleteItem answers.
///
/// @param attributes null if nothing is to be returned
public record DeleteItemResponse(
        @Nullable Item attributes, @Nullable ConsumedCapacity consumedCapacity) {}
