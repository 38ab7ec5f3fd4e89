package dev.millrace.expression.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.ast.ComparisonOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.model.value.AttributeValue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Random;

class ComparisonsAgreeWithNaiveOnesTest {
    private static final int ROUNDS = 5_000;
    private static final Operand A = new Operand.Path(DocumentPath.of("a"));
    private static final Operand B = new Operand.Path(DocumentPath.of("b"));
    private static final Operand C = new Operand.Path(DocumentPath.of("c"));

    @ParameterizedTest
    @ValueSource(longs = {5, 1234, -99})
    void comparisonsAgree(long seed) {
        ValueGenerator generator = new ValueGenerator(new Random(seed));
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, AttributeValue> item = generator.attributes(2);
            for (ComparisonOperator operator : ComparisonOperator.values()) {
                boolean actual =
                        PredicateEvaluator.test(new Predicate.Comparison(operator, A, B), item);

                assertThat(actual)
                        .as("seed %d: %s of %s", seed, operator, item)
                        .isEqualTo(
                                NaiveComparison.holds(
                                        operator.sign(), item.get("a"), item.get("b")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 1235, -98})
    void betweenIsTwoComparisonsAndInIsManyEqualities(long seed) {
        ValueGenerator generator = new ValueGenerator(new Random(seed));
        for (int i = 0; i < ROUNDS; i++) {
            Map<String, AttributeValue> item = generator.attributes(2);
            AttributeValue a = item.get("a");
            AttributeValue b = item.get("b");
            AttributeValue c = item.get("c");

            assertThat(PredicateEvaluator.test(new Predicate.Between(A, B, C), item))
                    .as("seed %d: between of %s", seed, item)
                    .isEqualTo(
                            NaiveComparison.holds(">=", a, b) && NaiveComparison.holds("<=", a, c));
            assertThat(PredicateEvaluator.test(new Predicate.In(A, List.of(B, C)), item))
                    .as("seed %d: in of %s", seed, item)
                    .isEqualTo(
                            NaiveComparison.holds("=", a, b) || NaiveComparison.holds("=", a, c));
        }
    }
}
