package dev.millrace.cli.demo.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/// The path of a file in a repository: any bytes but NUL, parts separated by `/`, never beginning
/// with one.
///
/// @param bytes the bytes, one character from 0 to 255 each
public record GitPath(String bytes) implements Comparable<GitPath> {

    /// The path that consists of `bytes`.
    public static GitPath of(byte[] bytes) {
        return new GitPath(new String(bytes, ISO_8859_1));
    }

    /// The bytes themselves.
    public byte[] toBytes() {
        return bytes.getBytes(ISO_8859_1);
    }

    /// The path as text; empty if it is not UTF-8.
    public Optional<String> text() {
        return StrictUtf8.decode(toBytes());
    }

    @Override
    public int compareTo(GitPath other) {
        return bytes.compareTo(other.bytes);
    }

    @Override
    public String toString() {
        return text().orElse(bytes);
    }
}
