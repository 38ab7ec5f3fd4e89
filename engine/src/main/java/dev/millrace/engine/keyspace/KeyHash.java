package dev.millrace.engine.keyspace;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash of a partition key, which places its items: the first 64 bits of the MD5 of `Outliers`
/// and the key's bytes, as on AWS (dynamodb-api reference, section 19). The order of items in a
/// table is that of the unsigned hash.
public final class KeyHash {
    private static final MessageDigest SALTED = salted();

    private KeyHash() {}

    /// The hash of a partition key given by its bytes (see [KeyBytes]); to be compared unsigned.
    public static long of(byte[] partitionKey) {
        try {
            MessageDigest digest = (MessageDigest) SALTED.clone();
            return ByteBuffer.wrap(digest.digest(partitionKey)).getLong();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's MD5 cannot be cloned", e);
        }
    }

    private static MessageDigest salted() {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update("Outliers".getBytes(US_ASCII));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no MD5", e);
        }
    }
}
