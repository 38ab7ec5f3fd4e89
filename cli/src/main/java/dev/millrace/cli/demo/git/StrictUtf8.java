package dev.millrace.cli.demo.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/// UTF-8 that is read without replacing anything, so that text and bytes can stand for each other.
public final class StrictUtf8 {

    private StrictUtf8() {}

    /// The text that `bytes` are; empty if they are not UTF-8.
    public static Optional<String> decode(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
