package dev.millrace.transfer.export;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.transfer.ExportFormat;
import dev.millrace.model.transfer.InputFormat;
import dev.millrace.model.value.Item;
import dev.millrace.transfer.source.ItemSource;
import dev.millrace.transfer.source.ItemSources;
import dev.millrace.wire.transfer.ItemLines;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

class IonLineTest {
    private static final Item BOOK =
            ItemLines.decode(
                    ("{\"Item\":{\"id\":{\"S\":\"„Zeile\\n”"
                         + " 📚\"},\"n\":{\"N\":\"-1.5\"},\"big\":{\"N\":\"1E125\"},"
                         + "\"small\":{\"N\":\"12345678901234567890123456789012345678E-130\"},"
                         + "\"b\":{\"B\":\"AP8=\"},\"t\":{\"BOOL\":false},\"z\":{\"NULL\":true},"
                         + "\"ss\":{\"SS\":[\"a\",\"b\"]},\"ns\":{\"NS\":[\"1\",\"2.5\"]},\"bs\":{\"BS\":[\"AQ==\"]},"
                         + "\"l\":{\"L\":[{\"M\":{\"null\":{\"L\":[]}}}]},\"true\":{\"S\":\"\"}}}")
                            .getBytes(UTF_8));

    private final LineFormat line = LineFormat.of(ExportFormat.ION);

    @Test
    void lineIsOneStructInText() {
        line.write(
                ItemLines.decode(
                        "{\"Item\":{\"id\":{\"S\":\"x\"},\"tags\":{\"SS\":[\"a\"]},\"n\":{\"N\":\"5\"}}}"
                                .getBytes(UTF_8)));

        assertThat(text()).isEqualTo("$ion_1_0 {Item:{id:\"x\",tags:$dynamodb_SS::[\"a\"],n:5.}}");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        line.write(BOOK);
        String once = text();
        ItemSource source =
                new ItemSources(InputFormat.ION, null, null, Map.of())
                        .of(new ByteArrayInputStream((once + "\n" + once + "\n").getBytes(UTF_8)));

        assertThat(once).doesNotContain("\n");
        for (int i = 0; i < 2; i++) {
            assertThat(source.next()).isTrue();
            assertThat(source.item()).isEqualTo(BOOK);
        }
        assertThat(source.next()).isFalse();
    }

    @Test
    void changeHasKeysAndImages() {
        Item key = ItemLines.decode("{\"Item\":{\"id\":{\"S\":\"x\"}}}".getBytes(UTF_8));
        line.write(1_795_420_800_250_000L, key, key, null);

        assertThat(text())
                .isEqualTo(
                        "$ion_1_0 {Metadata:{WriteTimestampMicros:1795420800250000.},"
                                + "Keys:{id:\"x\"},OldImage:{id:\"x\"}}");
    }

    private String text() {
        return new String(line.array(), 0, line.length(), UTF_8);
    }
}
