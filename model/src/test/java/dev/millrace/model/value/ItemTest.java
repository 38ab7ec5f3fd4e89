package dev.millrace.model.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class ItemTest {
    private static final long SEED = 20261122;
    private static final int ROUNDS = 2_000;

    @Test
    void decodingTheBytesGivesTheSameAttributes() {
        RandomItems items = new RandomItems(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, AttributeValue> attributes = items.attributes();
            Item read = Item.encoded(Item.of(attributes).bytes());
            assertThat(read.attributes()).as("seed %d round %d", SEED, round).isEqualTo(attributes);
        }
    }

    @Test
    void theBytesDoNotDependOnTheOrderOfAttributes() {
        RandomItems items = new RandomItems(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, AttributeValue> attributes = items.attributes();
            assertThat(Item.of(reversed(attributes)).bytes())
                    .as("seed %d round %d", SEED, round)
                    .isEqualTo(Item.of(attributes).bytes());
        }
    }

    @Test
    void setsAreEqualWhateverTheOrderOfTheirMembers() {
        assertThat(Item.of(Map.of("s", AttributeValue.SS.of(List.of("b", "a")))))
                .isEqualTo(Item.of(Map.of("s", AttributeValue.SS.of(List.of("a", "b")))));
    }

    @Test
    void listsOfAnotherOrderAreDifferent() {
        assertThat(Item.of(Map.of("l", list("a", "b"))))
                .isNotEqualTo(Item.of(Map.of("l", list("b", "a"))));
    }

    @Test
    void cutBytesAreFoundCorrupt() {
        byte[] bytes = Item.of(Map.of("name", new AttributeValue.S("value"))).bytes();
        for (int length = 0; length < bytes.length; length++) {
            Item cut = Item.encoded(Arrays.copyOf(bytes, length));
            assertThatThrownBy(cut::attributes).isInstanceOf(CorruptItemException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "7, 2",
        "42, 2",
        "101, 3",
        "-7, 3",
        "1000, 2",
        "0.001, 2",
        "100.5, 4",
        "1.25, 3",
        "-12.34, 4",
        "120, 2"
    })
    void numbersTakeHalfAByteADigitOneByteMoreAndOneForTheSign(String number, int bytes) {
        assertThat(Item.sizeBytes(new AttributeValue.N(Decimal.parse(number)))).isEqualTo(bytes);
    }

    // The samples of streams-api reference, section 10.
    @Test
    void sizesAreThoseOfRealStreamRecords() {
        AttributeValue id = new AttributeValue.N(Decimal.parse("101"));
        Item keys = Item.of(Map.of("Id", id));
        Item first = Item.of(Map.of("Id", id, "Message", new AttributeValue.S("New item!")));
        Item second =
                Item.of(Map.of("Id", id, "Message", new AttributeValue.S("This item has changed")));
        assertThat(keys.sizeBytes() + first.sizeBytes()).isEqualTo(26);
        assertThat(keys.sizeBytes() + first.sizeBytes() + second.sizeBytes()).isEqualTo(59);
        assertThat(keys.sizeBytes() + second.sizeBytes()).isEqualTo(38);
    }

    @Test
    void containersTakeThreeBytesAndOneForEachElement() {
        assertThat(Item.sizeBytes(list())).isEqualTo(3);
        assertThat(Item.sizeBytes(list("ab"))).isEqualTo(3 + 1 + 2);
        assertThat(Item.sizeBytes(new AttributeValue.M(Map.of("k", new AttributeValue.Null()))))
                .isEqualTo(3 + 1 + 1 + 1);
    }

    @Test
    void namesAndStringsCountInUtf8() {
        assertThat(Item.of(Map.of("é", new AttributeValue.S("😀"))).sizeBytes())
                .isEqualTo("é😀".getBytes(UTF_8).length);
    }

    private static AttributeValue list(String... texts) {
        return new AttributeValue.L(
                Arrays.stream(texts)
                        .map(text -> (AttributeValue) new AttributeValue.S(text))
                        .toList());
    }

    private static Map<String, AttributeValue> reversed(Map<String, AttributeValue> attributes) {
        List<String> names = new ArrayList<>(attributes.keySet());
        Collections.reverse(names);
        Map<String, AttributeValue> reversed = new LinkedHashMap<>();
        names.forEach(name -> reversed.put(name, attributes.get(name)));
        return reversed;
    }
}
