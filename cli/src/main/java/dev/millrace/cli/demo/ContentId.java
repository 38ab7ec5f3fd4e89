package dev.millrace.cli.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Git's own name for a content, computed here from the bytes: the digest of `blob <size>`, a NUL
/// and the content.
final class ContentId {

    private static final int SHA256_DIGITS = 64;

    private ContentId() {}

    /// The id of `content` in hexadecimal digits.
    ///
    /// @param like an id of the same repository, which tells SHA-1 from SHA-256
    static String of(byte[] content, String like) {
        MessageDigest digest = digest(like.length() == SHA256_DIGITS ? "SHA-256" : "SHA-1");
        digest.update(("blob " + content.length + "\0").getBytes(US_ASCII));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks a digest that git uses", e);
        }
    }
}
