package dev.millrace.engine.keyspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

/// The keys of client request tokens.
public final class TokenKeys {
    private static final int REQUEST_TOKEN = 0x14;
    private static final int REQUEST_TOKEN_EXPIRY = 0x15;

    private TokenKeys() {}

    /// The key in [Keyspace#META] of a client request token.
    public static byte[] requestTokenKey(String token) {
        return new TupleWriter().uint8(REQUEST_TOKEN).raw(token.getBytes(UTF_8)).toByteArray();
    }

    /// The key in [Keyspace#META] that tells when a client request token expires, in milliseconds
    /// since 1970.
    public static byte[] requestTokenExpiryKey(long expiry, String token) {
        return new TupleWriter()
                .uint8(REQUEST_TOKEN_EXPIRY)
                .uint64(expiry)
                .raw(token.getBytes(UTF_8))
                .toByteArray();
    }

    /// The token in a [#requestTokenExpiryKey].
    public static String requestTokenOfExpiry(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        tuple.uint8();
        tuple.uint64();
        return new String(tuple.raw(tuple.remaining()), UTF_8);
    }

    /// The range in [Keyspace#META] of all client request tokens.
    public static KeyRange requestTokens() {
        return KeyRange.prefix(new byte[] {REQUEST_TOKEN});
    }

    /// The range in [Keyspace#META] of the expiry of all client request tokens that expire at
    /// `millis` since 1970 or before.
    public static KeyRange requestTokensExpiredBy(long millis) {
        return KeyRange.of(
                new byte[] {REQUEST_TOKEN_EXPIRY}, requestTokenExpiryKey(millis + 1, ""));
    }
}
