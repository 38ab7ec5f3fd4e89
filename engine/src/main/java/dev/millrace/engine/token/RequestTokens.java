package dev.millrace.engine.token;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.TokenKeys;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Reader;
import dev.millrace.store.WriteBatch;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The rows of request tokens: one that holds the token, and one in the order of expiry by which
/// expired tokens are found.
public final class RequestTokens {
    /// How many expired tokens are removed for each one recorded, at most. More than one, so that
    /// they cannot pile up.
    public static final int EXPIRED_REMOVED_MAX = 2;

    private static final byte[] NOTHING = {};

    private final Reader store;
    private final GrantedTokens granted = new GrantedTokens();

    /// Reads from `store`.
    public RequestTokens(Reader store) {
        this.store = store;
    }

    /// The token as the last applied commit left it, expired or not; null if it is not known.
    public @Nullable RequestToken find(String text) {
        byte[] row = store.get(Keyspace.META, TokenKeys.requestTokenKey(text));
        return row == null ? null : RequestTokenRow.decode(text, row);
    }

    /// The tokens that this process gave out itself.
    public GrantedTokens granted() {
        return granted;
    }

    /// The document that a transaction with this token, which is not known, must write as well;
    /// null if clients may choose such tokens.
    ///
    /// @throws ApiException if the token is not, or no longer, good for a transaction
    public @Nullable DocumentChange effectOf(String text) {
        if (!GrantedTokens.isReserved(text)) {
            return null;
        }
        DocumentChange effect = granted.effectOf(text);
        if (effect == null || isThere(effect)) {
            throw new ApiException(
                    ApiError.IDEMPOTENT_PARAMETER_MISMATCH,
                    "The client request token belongs to an invocation whose effects are settled;"
                            + " nothing was written");
        }
        return effect;
    }

    // What is remembered of a transaction is forgotten after a while; its document is not.
    private boolean isThere(DocumentChange effect) {
        byte[] key = Keyspace.documentKey(effect.kind(), effect.key());
        return store.get(Keyspace.META, key) != null;
    }

    /// Adds the rows of `recorded` to `batch`, and removes some of the tokens that have expired by
    /// `millis` since 1970.
    public void write(List<RequestToken> recorded, long millis, WriteBatch batch) {
        removeExpired(recorded.size() * EXPIRED_REMOVED_MAX, millis, batch);
        // Behind the removals: a token may be recorded anew once it has expired.
        recorded.forEach(token -> put(token, batch));
    }

    private void removeExpired(int max, long millis, WriteBatch batch) {
        if (max == 0) {
            return;
        }
        try (Cursor cursor =
                store.scan(
                        Keyspace.META,
                        TokenKeys.requestTokensExpiredBy(millis),
                        Direction.ASCENDING)) {
            for (int i = 0; i < max && cursor.next(); i++) {
                batch.delete(Keyspace.META, cursor.key());
                remove(TokenKeys.requestTokenOfExpiry(cursor.key()), millis, batch);
            }
        }
    }

    // The row may belong to a later use of the token, which has not expired yet.
    private void remove(String text, long millis, WriteBatch batch) {
        RequestToken token = find(text);
        if (token != null && token.isExpired(millis)) {
            batch.delete(Keyspace.META, TokenKeys.requestTokenKey(text));
        }
    }

    private static void put(RequestToken token, WriteBatch batch) {
        batch.put(
                Keyspace.META,
                TokenKeys.requestTokenKey(token.text()),
                RequestTokenRow.encode(token));
        batch.put(
                Keyspace.META,
                TokenKeys.requestTokenExpiryKey(token.expiry(), token.text()),
                NOTHING);
    }
}
