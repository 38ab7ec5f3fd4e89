package dev.millrace.model.response;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// What GetItem answers.
///
/// @param item null if there is none
public record GetItemResponse(@Nullable Item item, @Nullable ConsumedCapacity consumedCapacity) {}
