package dev.millrace.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.cli.demo.git.GitPath;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The partition key that stands for a path: the path itself if that can be a key, else `/sha256/`
/// and the digest of its bytes. A path in git never begins with `/`, so the two are never confused.
///
/// @param text the key
record ItemKey(String text) {

    /// The longest path that can be a key (source: dynamodb-api reference, section 4).
    static final int KEY_BYTES_MAX = 2048;

    private static final String STAND_IN = "/sha256/";

    static ItemKey of(GitPath path) {
        return new ItemKey(
                path.text()
                        .filter(text -> text.getBytes(UTF_8).length <= KEY_BYTES_MAX)
                        .orElseGet(() -> STAND_IN + digest(path.toBytes())));
    }

    /// Whether the key does not tell the path.
    boolean isStandIn() {
        return text.startsWith(STAND_IN);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this Java", e);
        }
    }
}
