package dev.millrace.wire;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.response.GetItemResponse;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.wire.item.GetItemCodec;
import dev.millrace.wire.item.PutItemCodec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class ItemRoundTripTest {
    private static final int ITEMS = 300;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_122})
    void anItemThatWasWrittenIsReadBackTheSame(long seed) {
        RandomItems items = new RandomItems(seed);
        JsonOutput output = new JsonOutput();
        for (int i = 0; i < ITEMS; i++) {
            Item item = items.next();
            assertThat(readBack(item, output)).as("item %d of seed %d", i, seed).isEqualTo(item);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void anItemIsWrittenTheSameFromItsBytesAndFromItsTree(long seed) {
        RandomItems items = new RandomItems(seed);
        for (int i = 0; i < ITEMS; i++) {
            Item item = items.next();
            assertThat(json(Item.encoded(item.bytes())))
                    .as("item %d of seed %d", i, seed)
                    .isEqualTo(json(item));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 3_999, 4_000, 4_001, 7_999, 8_000, 8_001, 65_535})
    void namesOfAnyLengthFitTheGeneratorsBuffer(int length) {
        JsonOutput output = new JsonOutput();
        String name = "€".repeat(length / 3) + "n".repeat(length % 3);
        Item item =
                Item.of(
                        Map.of(
                                "before",
                                new AttributeValue.S("x".repeat(length)),
                                name,
                                new AttributeValue.S("\"".repeat(length))));

        assertThat(readBack(item, output)).isEqualTo(item);
    }

    private static Item readBack(Item item, JsonOutput output) {
        output.document(() -> {
            output.text("TableName", "abc");
            output.item("Item", Item.encoded(item.bytes()));
        });
        PutItemRequest request =
                new PutItemCodec().decode(new JsonInput(output.array(), 0, output.length()));
        return request.item();
    }

    private static String json(Item item) {
        JsonOutput output = new JsonOutput();
        new GetItemCodec().encode(new GetItemResponse(item, null), output);
        return new String(output.toByteArray(), UTF_8);
    }
}
