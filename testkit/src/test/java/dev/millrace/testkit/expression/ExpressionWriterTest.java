package dev.millrace.testkit.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class ExpressionWriterTest {
    private static final AttributeValue ONE = new AttributeValue.N(Decimal.of(1));
    private static final Condition IS_ONE =
            new Condition.Comparison(
                    new Operand.Stored(DocumentPath.of("n1")),
                    Comparator.EQUAL,
                    new Operand.Literal(ONE));
    private static final Condition EXISTS = new Condition.Exists(DocumentPath.of("count"));

    private final Placeholders placeholders = new Placeholders();
    private final ExpressionWriter writer = new ExpressionWriter(placeholders);

    @Test
    void parenthesesAreWrittenOnlyAroundConnectives() {
        Condition both = new Condition.And(IS_ONE, new Condition.Or(IS_ONE, EXISTS));
        assertThat(writer.condition(both))
                .isEqualTo("n1 = :v0 AND (n1 = :v1 OR attribute_exists(#n0))");
    }

    @Test
    void negationOfOneComparisonNeedsNoParentheses() {
        assertThat(writer.condition(new Condition.Not(IS_ONE))).isEqualTo("NOT n1 = :v0");
    }

    @Test
    void clausesOfAnUpdateAreGathered() {
        List<UpdateAction> actions =
                List.of(
                        new UpdateAction.Remove(DocumentPath.of("l1").at(2)),
                        new UpdateAction.Set(
                                DocumentPath.of("m1").child("in.ner"), new SetValue.Literal(ONE)),
                        new UpdateAction.Remove(DocumentPath.of("s1")),
                        new UpdateAction.Add(DocumentPath.of("n1"), ONE));
        assertThat(writer.update(actions))
                .isEqualTo("SET m1.#n0 = :v0 REMOVE l1[2], s1 ADD n1 :v1");
    }

    @Test
    void keyConditionNamesThePartitionKeyFirst() {
        KeyCondition condition =
                new KeyCondition(
                        "key", ONE, new KeyCondition.SortKeyCondition.Between("sk1", ONE, ONE));
        assertThat(writer.keyCondition(condition))
                .isEqualTo("#n0 = :v0 AND sk1 BETWEEN :v1 AND :v2");
    }

    @Test
    void unusedKindsOfPlaceholdersAreLeftOut() {
        writer.condition(EXISTS);
        assertThat(placeholders.attributes().names()).isEqualTo(Map.of("#n0", "count"));
        assertThat(placeholders.attributes().values()).isNull();
    }
}
