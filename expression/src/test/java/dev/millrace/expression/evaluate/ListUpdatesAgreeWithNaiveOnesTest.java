package dev.millrace.expression.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.PathStep;
import dev.millrace.expression.ast.SetValue;
import dev.millrace.expression.ast.UpdateAction;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Sets and removals in one list against the simplest way to do them: on a map from positions to
/// elements.
class ListUpdatesAgreeWithNaiveOnesTest {
    private static final int ROUNDS = 5_000;
    private static final int POSITIONS = 12;

    @ParameterizedTest
    @ValueSource(longs = {7, 777, -7})
    void listsAgree(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            List<AttributeValue> before = numbers(random.nextInt(POSITIONS));
            Map<Integer, AttributeValue> expected = new TreeMap<>();
            for (int position = 0; position < before.size(); position++) {
                expected.put(position, before.get(position));
            }
            List<UpdateAction> actions = actions(random, expected, before.size());

            Map<String, AttributeValue> after =
                    UpdateEvaluator.apply(actions, Map.of("l", new AttributeValue.L(before)))
                            .attributes();

            assertThat(after.get("l"))
                    .as("seed %d: %s of %s", seed, actions, before)
                    .isEqualTo(new AttributeValue.L(List.copyOf(expected.values())));
        }
    }

    private static List<UpdateAction> actions(
            Random random, Map<Integer, AttributeValue> expected, int size) {
        List<Integer> positions = new ArrayList<>();
        for (int position = 0; position < POSITIONS; position++) {
            positions.add(position);
        }
        Collections.shuffle(positions, random);
        List<UpdateAction> actions = new ArrayList<>();
        for (int position : positions.subList(0, random.nextInt(POSITIONS))) {
            DocumentPath path = new DocumentPath("l", List.of(new PathStep.Element(position)));
            if (random.nextBoolean()) {
                AttributeValue value = number(100 + position);
                actions.add(new UpdateAction.Set(path, new SetValue.Constant(value)));
                expected.put(position, value);
            } else {
                actions.add(new UpdateAction.Remove(path));
                if (position < size) {
                    expected.remove(position);
                }
            }
        }
        return actions;
    }

    private static List<AttributeValue> numbers(int count) {
        List<AttributeValue> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(number(i));
        }
        return numbers;
    }

    private static AttributeValue number(int value) {
        return new AttributeValue.N(Decimal.of(value));
    }
}
