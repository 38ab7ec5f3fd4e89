package dev.millrace.triggers.function.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Archives for tests.
final class Zips {
    private Zips() {}

    /// An archive of names and contents, taken in turn.
    static byte[] of(String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// The archive with kinds and permissions of Unix for its entries, in their order.
    static byte[] withModes(byte[] archive, int... modes) {
        ByteBuffer bytes = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int found = 0;
        for (int at = 0; at + 46 <= bytes.limit() && found < modes.length; at++) {
            if (bytes.getInt(at) == 0x02014b50) {
                bytes.put(at + 5, (byte) 3);
                bytes.putInt(at + 38, modes[found++] << 16);
            }
        }
        return bytes.array();
    }
}
