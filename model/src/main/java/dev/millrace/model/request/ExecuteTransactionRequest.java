package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Carries out up to 100 statements, all of them or none.
///
/// @param clientRequestToken makes a transaction that writes safe to repeat for ten minutes; null
///   if there is none
public record ExecuteTransactionRequest(
        List<TransactStatement> transactStatements,
        @Nullable String clientRequestToken,
        ReturnConsumedCapacity returnConsumedCapacity) {}
