package dev.millrace.model.response;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Why one statement of a batch was not carried out.
///
/// @param code what clients switch on
/// @param item the item that failed the condition; null if it is not to be shown
public record BatchStatementError(String code, String message, @Nullable Item item) {}
