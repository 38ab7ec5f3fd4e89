package dev.millrace.testkit.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.OperationGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

final class ReferenceSizeTest {
    private static final long SEED = 7;

    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 2",
        "42, 2",
        "101, 3",
        "-5, 3",
        "1000, 2",
        "100.5, 4",
        "0.005, 2",
        "-12.34, 4"
    })
    void numberTakesOneByteForTwoDigitsAndOneMore(String number, int bytes) {
        assertThat(ReferenceSize.ofValue(new AttributeValue.N(Decimal.parse(number))))
                .isEqualTo(bytes);
    }

    // Source: streams-api reference, section 10, first sample.
    @Test
    void itemTakesItsNamesAndValues() {
        assertThat(
                        ReferenceSize.ofItem(
                                Map.of(
                                        "Message", new AttributeValue.S("New item!"),
                                        "Id", new AttributeValue.N(Decimal.of(101)))))
                .isEqualTo(21);
    }

    @Test
    void nestedValuesTakeThreeBytesAndOneForEachElement() {
        AttributeValue list =
                new AttributeValue.L(
                        List.of(new AttributeValue.Null(), new AttributeValue.S("ab")));
        assertThat(ReferenceSize.ofValue(new AttributeValue.M(Map.of("x", list))))
                .isEqualTo(3 + 1 + 1 + (3 + 2 + 1 + 2));
    }

    @Test
    void agreesWithTheSizeOfTheModel() {
        for (DatabaseOperation operation : new OperationGenerator(SEED).operations(4000)) {
            if (operation instanceof DatabaseOperation.Put put) {
                Item item = put.item();
                assertThat(ReferenceSize.ofItem(item.attributes()))
                        .as("seed %d: %s", SEED, item)
                        .isEqualTo(item.sizeBytes());
            }
        }
    }
}
