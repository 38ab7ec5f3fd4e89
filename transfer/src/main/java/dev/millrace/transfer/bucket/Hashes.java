package dev.millrace.transfer.bucket;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hashes that services and manifests go by.
public final class Hashes {
    private Hashes() {}

    /// A new SHA-256.
    public static MessageDigest sha256() {
        return digest("SHA-256");
    }

    /// A new MD5, which manifests show.
    public static MessageDigest md5() {
        return digest("MD5");
    }

    /// Hexadecimal digits.
    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks a hash that every JDK has", e);
        }
    }
}
