package dev.millrace.engine.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExecuteStatementRequest;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Gives out the `NextToken` of a SELECT and reads it back.
///
/// A token is, in base64, a seal, what the statement and its parameters come to, and the key that
/// the page ended at. The seal is a keyed hash over the rest, so that a token can be neither forged
/// nor damaged, and since the key is stored it survives a restart.
public final class StatementTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "statement".getBytes(UTF_8);
    private static final int HASH_BYTES = 16;

    private final Mac mac;

    /// Tokens sealed with `secret`.
    public StatementTokens(byte[] secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HMAC with SHA-256", e);
        }
    }

    /// The token of a page of this request that ended at `key`.
    String issue(ExecuteStatementRequest request, Item key) {
        byte[] request16 = digest(request);
        byte[] seal = hash(PURPOSE, request16, key.bytes());
        return Base64.getEncoder().encodeToString(joined(seal, request16, key.bytes()));
    }

    /// The key in the token.
    ///
    /// @throws ApiException if it is no token, or one of another statement or other parameters
    Item parse(ExecuteStatementRequest request, String token) {
        byte[] bytes = decode(token);
        byte[] seal = Arrays.copyOf(bytes, HASH_BYTES);
        byte[] request16 = Arrays.copyOfRange(bytes, HASH_BYTES, 2 * HASH_BYTES);
        byte[] key = Arrays.copyOfRange(bytes, 2 * HASH_BYTES, bytes.length);
        if (!MessageDigest.isEqual(seal, hash(PURPOSE, request16, key))) {
            throw invalid();
        }
        if (!Arrays.equals(request16, digest(request))) {
            throw mismatch();
        }
        return Item.encoded(key);
    }

    /// The fault of a token that belongs to another request.
    static ApiException mismatch() {
        return ApiException.validation("NextToken does not match request");
    }

    private byte[] digest(ExecuteStatementRequest request) {
        byte[] statement = request.statement().getBytes(UTF_8);
        Item parameters = Item.of(Map.of("?", new AttributeValue.L(request.parameters())));
        return hash(statement, new byte[1], parameters.bytes());
    }

    private byte[] hash(byte[]... parts) {
        try {
            Mac copy = (Mac) mac.clone();
            for (byte[] part : parts) {
                copy.update(part);
            }
            return Arrays.copyOf(copy.doFinal(), HASH_BYTES);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's HMAC cannot be cloned", e);
        }
    }

    private static byte[] joined(byte[] one, byte[] two, byte[] three) {
        byte[] all = Arrays.copyOf(one, one.length + two.length + three.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        System.arraycopy(three, 0, all, one.length + two.length, three.length);
        return all;
    }

    private static byte[] decode(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
        if (bytes.length < 2 * HASH_BYTES) {
            throw invalid();
        }
        return bytes;
    }

    private static ApiException invalid() {
        return ApiException.validation("Invalid NextToken");
    }
}
