package dev.millrace.engine.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.TokenKeys;
import dev.millrace.engine.token.RequestToken;
import dev.millrace.engine.token.RequestTokens;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Reader;

/// Request tokens: each can be found in the order of its expiry, so that it will go.
final class TokenCheck {
    private final Reader store;
    private final Findings findings;

    TokenCheck(Reader store, Findings findings) {
        this.store = store;
        this.findings = findings;
    }

    void run() {
        RequestTokens tokens = new RequestTokens(store);
        try (Cursor rows =
                store.scan(Keyspace.META, TokenKeys.requestTokens(), Direction.ASCENDING)) {
            while (rows.next()) {
                findings.looked("request tokens", 1);
                byte[] key = rows.key();
                check(tokens, new String(key, 1, key.length - 1, UTF_8));
            }
        }
    }

    private void check(RequestTokens tokens, String text) {
        RequestToken token = tokens.find(text);
        if (token == null
                || store.get(Keyspace.META, TokenKeys.requestTokenExpiryKey(token.expiry(), text))
                        == null) {
            findings.violation(
                    "request token %s: not found in the order of expiry".formatted(text));
        }
    }
}
