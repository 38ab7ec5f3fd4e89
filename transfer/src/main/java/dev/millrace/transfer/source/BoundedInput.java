package dev.millrace.transfer.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream of which no more may be read for one record than a record can have, with what a reader
/// takes in advance.
final class BoundedInput extends FilterInputStream {
    private static final long AHEAD_BYTES = 1L << 20;

    private long count;
    private long end;

    BoundedInput(InputStream input) {
        super(input);
    }

    /// Begins with a record.
    void begin() {
        end = count + ItemSource.RECORD_BYTES_MAX + AHEAD_BYTES;
    }

    /// How much has been read.
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        counted(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        counted(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(int more) {
        count += more;
        if (count > end) {
            throw new MalformedObjectException("a record is too long for an item", null);
        }
    }
}
