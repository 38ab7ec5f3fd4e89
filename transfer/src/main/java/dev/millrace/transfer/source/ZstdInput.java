package dev.millrace.transfer.source;

import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdInputStream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// An object compressed with Zstandard, without its compression. Here what is wrong with the object
/// is told from what is wrong with the way to it: the library has the same exception for both.
final class ZstdInput extends FilterInputStream {
    private final Source source;

    ZstdInput(InputStream object) {
        this(new Source(object));
    }

    private ZstdInput(Source source) {
        super(new ZstdInputStream(source));
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(octet[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return super.read(target, offset, length);
        } catch (MalformedInputException e) {
            throw malformed(e);
        } catch (IOException e) {
            if (source.isBroken) {
                throw e;
            }
            throw malformed(e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static MalformedObjectException malformed(Exception cause) {
        return new MalformedObjectException("the object is not in Zstandard to its end", cause);
    }

    /// The compressed object, which remembers whether it broke off itself.
    private static final class Source extends FilterInputStream {
        private boolean isBroken;

        Source(InputStream object) {
            super(object);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                isBroken = true;
                throw e;
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException e) {
                isBroken = true;
                throw e;
            }
        }
    }
}
