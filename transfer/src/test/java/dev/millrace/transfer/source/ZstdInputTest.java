package dev.millrace.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.airlift.compress.v3.zstd.ZstdOutputStream;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

class ZstdInputTest {
    // What the command zstd 1.5 makes of two lines.
    private static final byte[] LINES =
            Base64.getDecoder()
                    .decode("KLUv/QRoJQEAAgIHDNA9ESe9Wl5YD2pBB/DfBf9NDo83bOgN56l4AwEANj3H+OQ2tA==");

    @Test
    void objectOfTheCommandIsRead() throws IOException {
        assertThat(new String(read(LINES), UTF_8))
                .isEqualTo(
                        "{\"Item\":{\"id\":{\"S\":\"a\"}}}\n{\"Item\":{\"id\":{\"S\":\"b\"}}}\n");
    }

    @Test
    void severalFramesAreOneObject() throws IOException {
        byte[] twice = Arrays.copyOf(LINES, 2 * LINES.length);
        System.arraycopy(LINES, 0, twice, LINES.length, LINES.length);

        assertThat(read(twice)).hasSize(2 * read(LINES).length);
    }

    @Test
    void largeObjectIsReadWhole() throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        Arrays.fill(large, 500_000, 2_000_000, (byte) 'x');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStream(bytes)) {
            zstd.write(large);
        }

        assertThat(read(bytes.toByteArray())).isEqualTo(large);
    }

    @Test
    void whatIsCutOffOrSomethingElseIsMalformed() {
        for (byte[] object :
                new byte[][] {
                    Arrays.copyOf(LINES, LINES.length - 9), "no Zstandard at all".getBytes(UTF_8)
                }) {
            assertThatThrownBy(() -> read(object)).isInstanceOf(MalformedObjectException.class);
        }
    }

    @Test
    void connectionThatBreaksIsNoFaultOfTheObject() {
        assertThatThrownBy(() -> new ZstdInput(new BrokenInput()).read())
                .isExactlyInstanceOf(IOException.class);
    }

    private static byte[] read(byte[] object) throws IOException {
        try (InputStream input = new ZstdInput(new ByteArrayInputStream(object))) {
            return input.readAllBytes();
        }
    }
}
