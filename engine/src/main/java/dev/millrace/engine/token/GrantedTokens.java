package dev.millrace.engine.token;

import dev.millrace.model.document.DocumentChange;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Client request tokens that this process gave out itself, each for one transaction, and the
/// document that is to be written together with that transaction.
///
/// They begin with [#PREFIX], so that no other token is ever taken for one. Which are good is known
/// in memory only: after a restart none is, until it is granted. Safe for many threads; as many are
/// granted as there are invocations under way that may use one.
public final class GrantedTokens {
    /// What they all begin with.
    public static final String PREFIX = "millrace-";

    private final Map<String, DocumentChange> effects = new ConcurrentHashMap<>();

    /// Whether a token is one that only this process gives out.
    public static boolean isReserved(String token) {
        return token.startsWith(PREFIX);
    }

    /// Lets one transaction use the token, and says what it leaves behind.
    ///
    /// @param effect writes a document that is not there yet
    public void grant(String token, DocumentChange effect) {
        if (!isReserved(token) || effect.content() == null) {
            throw new IllegalArgumentException("a token cannot be granted like this");
        }
        effects.put(token, effect);
    }

    /// Takes back the tokens whose documents are of this kind and have keys that begin with
    /// `keyPrefix`.
    public void revoke(String kind, String keyPrefix) {
        effects.values()
                .removeIf(
                        effect -> effect.kind().equals(kind) && effect.key().startsWith(keyPrefix));
    }

    /// What a transaction with this token leaves behind; null if the token is not granted.
    public @Nullable DocumentChange effectOf(String token) {
        return effects.get(token);
    }
}
