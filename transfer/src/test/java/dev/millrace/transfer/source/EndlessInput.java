package dev.millrace.transfer.source;

import java.io.InputStream;
import java.util.Arrays;

/// The same letter for ever.
final class EndlessInput extends InputStream {
    @Override
    public int read() {
        return 'a';
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Arrays.fill(target, offset, offset + length, (byte) 'a');
        return length;
    }
}
