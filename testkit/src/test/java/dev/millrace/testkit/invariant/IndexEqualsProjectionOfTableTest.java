package dev.millrace.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.IndexShape;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class IndexEqualsProjectionOfTableTest {
    private static final KeySchema TABLE =
            new KeySchema(new KeyAttribute("id", ScalarType.S), null);
    private static final IndexShape INDEX =
            new IndexShape(
                    IndexKind.GLOBAL,
                    "by-colour",
                    new IndexKeySchema(
                            List.of(new KeyAttribute("colour", ScalarType.S)), List.of()),
                    new IndexProjection(ProjectionType.INCLUDE, List.of("size")));

    private static final Item RED = item("id", "a", "colour", "red", "size", "s", "text", "x");
    private static final Item PLAIN = item("id", "b", "size", "s");
    private static final Item EMPTY = item("id", "c", "colour", "");
    private static final Item ENTRY = item("id", "a", "colour", "red", "size", "s");

    @Test
    void entriesOfTheItemsWithTheKeyAreWhatIsExpected() {
        assertThat(violations(List.of(ENTRY))).isEmpty();
    }

    @Test
    void missingEntryIsAViolation() {
        assertThat(violations(List.of())).hasSize(1);
    }

    @Test
    void entryWithMoreThanIsProjectedIsAViolation() {
        assertThat(violations(List.of(RED))).hasSize(1);
    }

    @Test
    void entryOfAnItemWithoutTheKeyIsAViolation() {
        assertThat(violations(List.of(ENTRY, PLAIN))).hasSize(1);
    }

    @Test
    void entryThatIsThereTwiceIsAViolation() {
        assertThat(violations(List.of(ENTRY, ENTRY))).hasSize(1);
    }

    private static List<String> violations(List<Item> entries) {
        return IndexEqualsProjectionOfTable.violations(
                INDEX, TABLE, List.of(RED, PLAIN, EMPTY), entries);
    }

    private static Item item(String... namesAndTexts) {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            attributes.put(namesAndTexts[i], new AttributeValue.S(namesAndTexts[i + 1]));
        }
        return Item.of(attributes);
    }
}
