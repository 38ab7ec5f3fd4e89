package dev.millrace.cli.demo.git;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// Reads what `git ... -z` writes: byte strings that each end with a NUL.
final class NulReader {

    /// The longest string that is read; a path of git's is much shorter.
    static final int STRING_BYTES_MAX = 1 << 20;

    private final InputStream in;

    NulReader(InputStream in) {
        this.in = in;
    }

    /// The next string without its NUL; null at the end.
    ///
    /// @throws IOException if reading fails, the last string has no end, or one is too long
    byte @Nullable [] next() throws IOException {
        int first = in.read();
        return first < 0 ? null : rest(first);
    }

    private byte[] rest(int first) throws IOException {
        ByteArrayOutputStream string = new ByteArrayOutputStream();
        for (int b = first; b != 0; b = in.read()) {
            if (b < 0) {
                throw new EOFException("string without an end");
            }
            if (string.size() == STRING_BYTES_MAX) {
                throw new IOException("string too long");
            }
            string.write(b);
        }
        return string.toByteArray();
    }
}
