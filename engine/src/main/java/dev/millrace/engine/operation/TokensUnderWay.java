package dev.millrace.engine.operation;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The request tokens of the transactions that are being carried out right now.
public final class TokensUnderWay {
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    /// Does `work`, during which the token counts as under way; a null token never does.
    ///
    /// @throws ApiException `TransactionInProgressException` if it already is
    <R> R during(@Nullable String token, Supplier<R> work) {
        if (token == null) {
            return work.get();
        }
        if (!tokens.add(token)) {
            throw new ApiException(
                    ApiError.TRANSACTION_IN_PROGRESS,
                    "The transaction with the given request token is already in progress.");
        }
        try {
            return work.get();
        } finally {
            tokens.remove(token);
        }
    }
}
