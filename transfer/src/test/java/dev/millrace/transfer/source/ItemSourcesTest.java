package dev.millrace.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.ImportTableRequest;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.transfer.BucketSource;
import dev.millrace.model.transfer.CsvOptions;
import dev.millrace.model.transfer.InputCompressionType;
import dev.millrace.model.transfer.InputFormat;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.transfer.ItemLines;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

class ItemSourcesTest {
    private static final CsvOptions COLUMNS = new CsvOptions(";", List.of("id", "n", "b", "t"));

    @Test
    void blankLinesAreNoItems() throws IOException {
        String text = "{\"Item\":{\"id\":{\"S\":\"a\"}}}\n \n\r\n{\"Item\":{\"id\":{\"S\":\"b\"}}}";

        assertThat(items(InputFormat.DYNAMODB_JSON, null, text)).hasSize(2);
    }

    @Test
    void lineWithoutAnItemIsAFaultAndTheNextOneIsRead() throws IOException {
        ItemSource source =
                source(
                        InputFormat.DYNAMODB_JSON,
                        null,
                        InputCompressionType.NONE,
                        "{}\n{\"Item\":{}}".getBytes(UTF_8));
        assertThat(source.next()).isTrue();
        assertThatThrownBy(source::item).isInstanceOf(ApiException.class);
        assertThat(source.bytes()).isEqualTo(3);
        assertThat(source.next()).isTrue();
        assertThat(source.item().attributes()).isEmpty();
        assertThat(source.next()).isFalse();
    }

    @Test
    void firstLineHasTheColumnsUnlessTheRequestNamesThem() throws IOException {
        assertThat(items(InputFormat.CSV, null, "id,t\nx,\"a,\"\"b\"\"\nc\"\r\n"))
                .containsExactly(
                        "{\"Item\":{\"id\":{\"S\":\"x\"},\"t\":{\"S\":\"a,\\\"b\\\"\\nc\"}}}");
    }

    @Test
    void attributesOfKeysHaveTheirTypesAndMayBeMissing() throws IOException {
        assertThat(items(InputFormat.CSV, COLUMNS, "x;1e1;AQI=;y\nx;;;z\n"))
                .hasSize(2)
                .first()
                .asString()
                .contains("\"n\":{\"N\":\"10\"}")
                .contains("\"b\":{\"B\":\"AQI=\"}")
                .contains("\"t\":{\"S\":\"y\"}");
        assertThat(items(InputFormat.CSV, COLUMNS, "x;;;\n"))
                .containsExactly("{\"Item\":{\"id\":{\"S\":\"x\"},\"t\":{\"S\":\"\"}}}");
    }

    @Test
    void lineWithAnotherNumberOfFieldsIsAFault() throws IOException {
        ItemSource source =
                source(InputFormat.CSV, COLUMNS, InputCompressionType.NONE, "x;1".getBytes(UTF_8));
        source.next();

        assertThatThrownBy(source::item).hasMessageContaining("2 fields");
    }

    @Test
    void quotationMarkThatIsNotClosedEndsTheObject() throws IOException {
        ItemSource source =
                source(
                        InputFormat.CSV,
                        COLUMNS,
                        InputCompressionType.NONE,
                        "\"x;1".getBytes(UTF_8));

        assertThatThrownBy(source::next).isInstanceOf(MalformedObjectException.class);
    }

    @Test
    void bytesOfLinesAreCountedInUtf8() throws IOException {
        ItemSource source =
                source(
                        InputFormat.CSV,
                        COLUMNS,
                        InputCompressionType.NONE,
                        "ü€😀;;;\n".getBytes(UTF_8));
        source.next();

        assertThat(source.bytes()).isEqualTo(2 + 3 + 4 + 3 + 1);
    }

    @Test
    void objectThatIsCutOffIsReadUpToThere() throws IOException {
        byte[] whole = gzip("{\"Item\":{\"id\":{\"S\":\"a\"}}}\n".repeat(3));

        ItemSource all = source(InputFormat.DYNAMODB_JSON, null, InputCompressionType.GZIP, whole);
        assertThat(all.next()).isTrue();
        ItemSource cut =
                source(
                        InputFormat.DYNAMODB_JSON,
                        null,
                        InputCompressionType.GZIP,
                        Arrays.copyOf(whole, whole.length - 12));
        assertThatThrownBy(() -> readAll(cut)).isInstanceOf(MalformedObjectException.class);
    }

    @Test
    void objectThatIsNotInGzipIsMalformed() {
        assertThatThrownBy(() ->
                        source(
                                InputFormat.DYNAMODB_JSON,
                                null,
                                InputCompressionType.GZIP,
                                "{}".getBytes(UTF_8)))
                .isInstanceOf(MalformedObjectException.class);
    }

    private static void readAll(ItemSource source) throws IOException {
        while (source.next()) {
            source.item();
        }
    }

    private static List<String> items(InputFormat format, @Nullable CsvOptions csv, String text)
            throws IOException {
        ItemSource source = source(format, csv, InputCompressionType.NONE, text.getBytes(UTF_8));
        List<String> items = new ArrayList<>();
        while (source.next()) {
            items.add(json(source.item()));
        }
        return items;
    }

    private static String json(Item item) {
        JsonOutput output = new JsonOutput();
        ItemLines.write(item, output);
        return new String(output.toByteArray(), UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static ItemSource source(
            InputFormat format,
            @Nullable CsvOptions csv,
            InputCompressionType compression,
            byte[] object)
            throws IOException {
        CreateTableRequest table =
                new CreateTableRequest(
                        "books",
                        List.of(
                                new AttributeDefinition("id", ScalarType.S),
                                new AttributeDefinition("n", ScalarType.N),
                                new AttributeDefinition("b", ScalarType.B)),
                        List.of(),
                        null,
                        null,
                        null);
        return ItemSources.of(
                        new ImportTableRequest(
                                null,
                                new BucketSource("shelf", null, null),
                                format,
                                csv,
                                compression,
                                table))
                .of(new ByteArrayInputStream(object));
    }
}
