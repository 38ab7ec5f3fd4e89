package dev.millrace.engine.keyspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class RowKeyTest {
    @Test
    void rowsOfOnePartitionKeySortByTheSortKey() {
        List<String> ascending =
                List.of("-1E5", "-2", "-1.5", "0", "0.001", "1", "1.5", "10", "1E5");
        for (int i = 1; i < ascending.size(); i++) {
            assertThat(
                            Arrays.compareUnsigned(
                                    row("p", ascending.get(i - 1)).bytes(),
                                    row("p", ascending.get(i)).bytes()))
                    .as("%s before %s", ascending.get(i - 1), ascending.get(i))
                    .isNegative();
        }
    }

    @Test
    void rowsOfATableSortByTheHashOfThePartitionKey() {
        for (int i = 0; i < 1_000; i++) {
            RowKey left = row("p" + i, "9");
            RowKey right = row("p" + (i + 1), "1");
            assertThat(Integer.signum(Arrays.compareUnsigned(left.bytes(), right.bytes())))
                    .isEqualTo(Long.compareUnsigned(left.hash(), right.hash()));
        }
    }

    @Test
    void theHashIsThatOfThePartitionKeyAlone() {
        assertThat(row("p", "1").hash()).isEqualTo(row("p", "2").hash());
        assertThat(row("p", "1").hash()).isEqualTo(KeyHash.of(new byte[] {'p'}));
    }

    private static RowKey row(String partition, String sort) {
        return RowKey.of(
                1,
                new PrimaryKey(
                        new AttributeValue.S(partition),
                        new AttributeValue.N(Decimal.parse(sort))));
    }
}
