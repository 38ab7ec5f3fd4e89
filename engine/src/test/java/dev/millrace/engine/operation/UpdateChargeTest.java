package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.ExpressionParser;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class UpdateChargeTest {
    // Ten bytes, two bytes, five bytes and five bytes.
    private static final Map<String, AttributeValue> VALUES =
            Map.of(
                    ":text", new AttributeValue.S("0123456789"),
                    ":five", new AttributeValue.N(Decimal.of(5)),
                    ":list", new AttributeValue.L(List.of(new AttributeValue.S("x"))),
                    ":set", AttributeValue.SS.of(List.of("ab", "cde")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET p = :text | 33",
                "SET p = :text, q = :text | 63",
                "SET home.town = :text | 44",
                "SET toys[12] = :text | 42",
                "SET p = origin | 44",
                "SET p = origin.planet | 64",
                "SET p = age + :five | 77",
                "SET p = age - :five | 80",
                "SET p = if_not_exists(age, :text) | 90",
                "SET p = list_append(toys, :list) | 84",
                "ADD n :five | 25",
                "DELETE s :set | 5",
                "REMOVE ab | 6",
                "REMOVE toys[123] | 15",
            })
    void clausesAndPathsAndFunctionsAndValuesHaveTheirBytes(String expression, long bytes) {
        assertThat(charge(expression)).isEqualTo(bytes);
    }

    private static long charge(String expression) {
        Map<String, AttributeValue> used = new LinkedHashMap<>(VALUES);
        used.keySet().removeIf(name -> !expression.contains(name));
        return UpdateCharge.of(
                new RequestExpressions(
                                new ExpressionParser(),
                                new ExpressionAttributes(null, used.isEmpty() ? null : used))
                        .update(expression)
                        .actions());
    }
}
