package dev.millrace.wire;

import java.util.zip.CRC32;

/// The checksum that each answer carries in `x-amz-crc32`.
public final class Crc32 {
    private Crc32() {}

    /// The unsigned CRC-32 of a body as it is sent.
    public static long of(byte[] body) {
        return of(body, 0, body.length);
    }

    /// The unsigned CRC-32 of `length` bytes from `offset`.
    public static long of(byte[] body, int offset, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(body, offset, length);
        return checksum.getValue();
    }
}
