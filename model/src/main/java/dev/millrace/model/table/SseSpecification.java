package dev.millrace.model.table;

import org.jspecify.annotations.Nullable;

/// A table's encryption as clients ask for it.
///
/// @param kmsMasterKeyId the id, alias or ARN of a key; null for the one of the account
public record SseSpecification(
        @Nullable Boolean enabled, @Nullable SseType sseType, @Nullable String kmsMasterKeyId) {}
