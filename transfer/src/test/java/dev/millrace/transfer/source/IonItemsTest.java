package dev.millrace.transfer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazon.ion.IonWriter;
import com.amazon.ion.system.IonBinaryWriterBuilder;
import com.amazon.ion.system.IonReaderBuilder;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ConditionalPut;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.transfer.ItemLines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class IonItemsTest {
    private static final String BOOK =
            """
            $ion_1_0 {Item:{Id:103.,Title:"Book","a b":true,Cover:{{aGk=}},Nothing:null,
            Price:2000.50,Authors:$dynamodb_SS::["One","Two"],Years:$dynamodb_NS::[1999.,2d3],
            Prints:$dynamodb_BS::[{{aGk=}}],Sizes:["8.5",11.,{deep:[]}]}}
            """;

    @Test
    void everyTypeIsReadAsAwsWritesIt() throws IOException {
        assertThat(all(BOOK.getBytes(UTF_8)))
                .containsExactly(
                        "{\"Item\":{\"Authors\":{\"SS\":[\"One\",\"Two\"]},\"Cover\":{\"B\":\"aGk=\"},"
                            + "\"Id\":{\"N\":\"103\"},\"Nothing\":{\"NULL\":true},"
                            + "\"Price\":{\"N\":\"2000.5\"},\"Prints\":{\"BS\":[\"aGk=\"]},"
                            + "\"Sizes\":{\"L\":[{\"S\":\"8.5\"},{\"N\":\"11\"},"
                            + "{\"M\":{\"deep\":{\"L\":[]}}}]},\"Title\":{\"S\":\"Book\"},\"Years\":{\"NS\":[\"1999\",\"2000\"]},\"a"
                            + " b\":{\"BOOL\":true}}}");
    }

    @Test
    void binaryIonIsReadLikeText() throws IOException {
        ByteArrayOutputStream binary = new ByteArrayOutputStream();
        try (IonWriter writer = IonBinaryWriterBuilder.standard().build(binary)) {
            writer.writeValues(IonReaderBuilder.standard().build(BOOK));
        }

        assertThat(all(binary.toByteArray())).isEqualTo(all(BOOK.getBytes(UTF_8)));
    }

    @Test
    void recordThatIsNoItemIsAFaultAndTheNextOneIsRead() throws IOException {
        IonItems source =
                source(
                        "{Item:{a:{b:2020T}}} 7 {Item:{s:$dynamodb_XS::[]}} {} {Item:{id:\"x\"}}"
                                .getBytes(UTF_8));
        for (int i = 0; i < 4; i++) {
            assertThat(source.next()).isTrue();
            assertThatThrownBy(source::item).isInstanceOf(ApiException.class);
        }
        assertThat(source.next()).isTrue();
        assertThat(source.item().attributes()).containsOnlyKeys("id");
        assertThat(source.next()).isFalse();
    }

    @Test
    void recordMayHaveAConditionWithItsPlaceholders() throws IOException {
        IonItems source =
                source(
                        ("{Item:{id:\"x\"},ConditionExpression:\"#a <"
                                        + " :a\",ExpressionAttributeNames:"
                                        + "{'#a':\"age\"},ExpressionAttributeValues:{':a':4.}}")
                                .getBytes(UTF_8));
        assertThat(source.next()).isTrue();
        ConditionalPut put = source.put();

        assertThat(put.condition()).isEqualTo("#a < :a");
        assertThat(put.attributes().names()).containsEntry("#a", "age");
        assertThat(Objects.requireNonNull(put.attributes().values())).containsOnlyKeys(":a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{Item:{id:\"x\"}", "{Item:{id:\"x\"}} ]", "{Item:{id:"})
    void whatIsNoIonEndsTheObject(String text) {
        assertThatThrownBy(() -> all(text.getBytes(UTF_8)))
                .isInstanceOf(MalformedObjectException.class);
    }

    @Test
    void recordThatNeverEndsIsNotKept() {
        InputStream endless =
                new SequenceInputStream(
                        new ByteArrayInputStream("{Item:{id:\"".getBytes(UTF_8)),
                        new EndlessInput());

        assertThatThrownBy(() -> new IonItems(endless).next())
                .isInstanceOf(MalformedObjectException.class)
                .hasMessage("a record is too long for an item");
    }

    @Test
    void connectionThatBreaksIsNoFaultOfTheObject() {
        assertThatThrownBy(() -> new IonItems(new BrokenInput()).next())
                .isExactlyInstanceOf(IOException.class);
    }

    @Test
    void nestingHasAnEnd() throws IOException {
        IonItems source =
                source(
                        ("{Item:{a:" + "[".repeat(2_000) + "]".repeat(2_000) + "}}")
                                .getBytes(UTF_8));
        assertThat(source.next()).isTrue();

        assertThatThrownBy(source::item)
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("Nesting Levels");
    }

    private static IonItems source(byte[] object) {
        return new IonItems(new ByteArrayInputStream(object));
    }

    private static List<String> all(byte[] object) throws IOException {
        IonItems source = source(object);
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
}
