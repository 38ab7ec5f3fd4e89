package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.expression.notation.Notation;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every limit of expressions, at its bound and one after.
class LimitsTest {
    @Test
    void expressionOf4096BytesIsRead() {
        assertThatCode(() -> Given.filter(ofBytes(4096), ":v: 1")).doesNotThrowAnyException();
    }

    @Test
    void expressionOf4097BytesIsTooLong() {
        assertRefused(
                ofBytes(4097), ":v: 1", "Expression size has exceeded the maximum allowed size;");
    }

    @Test
    void sizeIsCountedInBytesOfUtf8() {
        assertRefused(
                "a = " + "ü".repeat(2047),
                null,
                "Expression size has exceeded the maximum allowed size;");
    }

    @Test
    void sizeWinsOverSyntax() {
        assertRefused(
                "(".repeat(4097), null, "Expression size has exceeded the maximum allowed size;");
    }

    @Test
    void expressionWith300OperatorsIsEvaluated() {
        Condition condition = Given.filter("a<b" + " or not a<b".repeat(99) + " or a<b", null);

        assertThat(condition.test(Notation.item("a: 1, b: 2"))).isTrue();
    }

    @Test
    void expressionWith301OperatorsIsRefused() {
        assertRefused(
                "a<b" + " or a<b".repeat(150),
                null,
                "The expression contains too many operators; operator count: 301");
    }

    @Test
    void operatorsAreCountedUpTo301() {
        assertRefused(
                "a<b" + " or a<b".repeat(400),
                null,
                "The expression contains too many operators; operator count: 301");
    }

    @Test
    void operatorsOfUpdatesAreCountedToo() {
        String sums =
                IntStream.range(0, 301)
                        .mapToObj(i -> "a" + i + "=b+c")
                        .collect(Collectors.joining(","));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Given.update("SET " + sums, null))
                .withMessageEndingWith(
                        "The expression contains too many operators; operator count: 301");
    }

    @Test
    void functionsDoNotCountAsOperators() {
        String text =
                IntStream.range(0, 150)
                        .mapToObj(i -> "contains(a, b)")
                        .collect(Collectors.joining(" and "));

        assertThatCode(() -> Given.filter(text, null)).doesNotThrowAnyException();
    }

    @Test
    void inTakes100Operands() {
        assertThatCode(() -> Given.filter("a IN (" + names(100) + ")", null))
                .doesNotThrowAnyException();
    }

    @Test
    void inDoesNotTake101Operands() {
        assertRefused(
                "a IN (" + names(101) + ")",
                null,
                "The IN operator is provided with too many operands; number of operands: 101");
    }

    @Test
    void pathOf32LevelsIsRead() {
        assertThatCode(() -> Given.filter("attribute_exists(a" + ".b".repeat(31) + ")", null))
                .doesNotThrowAnyException();
    }

    @Test
    void pathOf33LevelsIsTooDeep() {
        assertRefused(
                "attribute_exists(a" + ".b".repeat(32) + ")",
                null,
                "The document path has too many nesting levels; nesting levels: 33");
    }

    @Test
    void largestListIndexIsRead() {
        assertThatCode(() -> Given.filter("a[2147483647] = b", null)).doesNotThrowAnyException();
    }

    @Test
    void conditionNestedAsDeeplyAsItsOperatorsAllowIsEvaluated() {
        String text = "a<b " + "or (a<b ".repeat(149) + ")".repeat(149);

        assertThat(Given.filter(text, null).test(Notation.item("a: 1, b: 2"))).isTrue();
    }

    @Test
    void threeHundredNegationsInParenthesesAreEvaluated() {
        String text = "not (".repeat(299) + "a<b" + ")".repeat(299);

        assertThat(Given.filter(text, null).test(Notation.item("a: 1, b: 2"))).isFalse();
    }

    @Test
    void conditionNestedMoreDeeplyHasTooManyOperators() {
        assertRefused(
                "a<b " + "or (a<b ".repeat(454) + ")".repeat(454),
                null,
                "The expression contains too many operators; operator count: 301");
    }

    @Test
    void deepParenthesesAreRedundant() {
        assertRefused(
                "(".repeat(2046) + "a<b" + ")".repeat(2046),
                null,
                "The expression has redundant parentheses;");
    }

    @Test
    void openParenthesesWithoutEndAreASyntaxError() {
        assertRefused("(".repeat(4096), null, "Syntax error; token: \"<EOF>\", near: \"(\"");
    }

    @Test
    void thousandNegationsAreTooManyOperators() {
        assertRefused(
                "not ".repeat(1000) + "a<b",
                null,
                "The expression contains too many operators; operator count: 301");
    }

    @Test
    void deeplyNestedUnknownFunctionIsUnknown() {
        assertRefused(
                "a < " + "f(".repeat(1355) + "b" + ")".repeat(1355),
                null,
                "Invalid function name; function: f");
    }

    @Test
    void deeplyNestedUpdateIsRefused() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() ->
                        Given.update("SET a = " + "(".repeat(2000) + "b" + ")".repeat(2000), null))
                .withMessageEndingWith("The expression has redundant parentheses;");
    }

    @Test
    void updateMayNestValues31LevelsBelowAnAttribute() {
        Update update = Given.update("SET a = :v", ":v: " + "[".repeat(31) + "1" + "]".repeat(31));

        assertThatCode(() -> update.apply(Notation.item("pk: 1"), Notation.item("pk: 1")))
                .doesNotThrowAnyException();
    }

    @Test
    void updateMayNotNestValues32LevelsBelowAnAttribute() {
        Update update =
                Given.update("SET a[0] = :v", ":v: " + "[".repeat(31) + "1" + "]".repeat(31));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> update.apply(Notation.item("a: []"), Notation.item("pk: 1")))
                .withMessage(
                        "Nesting Levels have exceeded supported limits: Attributes in the item have"
                                + " nested levels beyond supported limit");
    }

    private static String ofBytes(int bytes) {
        return "a" + " ".repeat(bytes - 5) + "= :v";
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "b" + i).collect(Collectors.joining(","));
    }

    private static void assertRefused(String text, @Nullable String attributes, String reason) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> Given.filter(text, attributes))
                .withMessage("Invalid FilterExpression: " + reason);
    }
}
