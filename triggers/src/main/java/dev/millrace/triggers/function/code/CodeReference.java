package dev.millrace.triggers.function.code;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// An archive, named by its content.
///
/// @param sha256 the digest of its bytes in Base64, as the API shows it
/// @param size its bytes
public record CodeReference(String sha256, long size) {
    /// The reference to an archive with these bytes.
    public static CodeReference of(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return new CodeReference(Base64.getEncoder().encodeToString(digest), archive.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The same digest as a file can be named.
    String fileName() {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(sha256));
    }
}
