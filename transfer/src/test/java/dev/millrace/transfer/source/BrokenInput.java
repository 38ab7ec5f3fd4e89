package dev.millrace.transfer.source;

import java.io.IOException;
import java.io.InputStream;

/// A connection that has broken off.
final class BrokenInput extends InputStream {
    @Override
    public int read() throws IOException {
        throw new IOException("reset");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        throw new IOException("reset");
    }
}
