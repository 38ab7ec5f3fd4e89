package dev.millrace.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.expression.notation.Notation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.value.AttributeValue;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

/// The maps of placeholders, and how the texts of faults begin.
class RequestExpressionsTest {
    private static final AttributeValue ONE = Notation.value("1");

    @Test
    void placeholdersWithoutAnExpressionAreNotLookedAt() {
        RequestExpressions write = expressions(Map.of("a", ""), Map.of());
        write.update(null);
        write.condition(null);

        assertThatCode(write::requireAllUsed).doesNotThrowAnyException();
    }

    @Test
    void namesMustNotBeEmpty() {
        assertFault(
                () -> expressions(Map.of(), Map.of()).condition(""),
                "1 validation error detected: ExpressionAttributeNames must not be empty");
    }

    @Test
    void valuesMustNotBeEmpty() {
        assertFault(
                () -> expressions(null, Map.of()).filter(""),
                "ExpressionAttributeValues must not be empty");
    }

    @Test
    void keysOfNamesAreChecked() {
        assertFault(
                () -> expressions(Map.of("a", "a"), Map.of()).filter(""),
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"");
        assertFault(
                () -> expressions(Map.of("#", "a"), null).filter(""),
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#\"");
        assertFault(
                () -> expressions(Map.of("#a-b", "a"), null).filter(""),
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#a-b\"");
    }

    @Test
    void keysOfValuesAreChecked() {
        assertFault(
                () -> expressions(null, Map.of("b", ONE)).update(""),
                "1 validation error detected: ExpressionAttributeValues contains invalid key:"
                        + " Syntax error; key: \"b\"");
    }

    @Test
    void keysOfValuesAreCheckedBeforeTheValues() {
        assertFault(
                () -> withFault(Map.of(":b-", ONE, ":c", ONE)).filter("a = :c"),
                "ExpressionAttributeValues contains invalid key: Syntax error; key: \":b-\"");
        assertFault(() -> withFault(Map.of(":c", ONE)).filter("a = :d"), "a wrong value");
    }

    @Test
    void namesStandForSomething() {
        assertFault(
                () -> expressions(Map.of("#a", ""), null).filter("#a = b"),
                "ExpressionAttributeNames contains invalid value: Empty attribute name for key"
                        + " #a");
    }

    @Test
    void keysMayBeginWithADigit() {
        assertThatCode(() -> expressions(Map.of("#4g", "a"), Map.of(":0", ONE)).filter("#4g = :0"))
                .doesNotThrowAnyException();
    }

    @Test
    void unusedNamesAreReportedBeforeUnusedValues() {
        RequestExpressions write = expressions(named("#a", "#b"), Map.of(":v", ONE));
        write.update("REMOVE a");

        assertFault(
                write::requireAllUsed,
                "1 validation error detected: Value provided in ExpressionAttributeNames unused in"
                        + " expressions: keys: {#a, #b}");
    }

    @Test
    void unusedValuesAreReported() {
        RequestExpressions read = expressions(Map.of("#a", "a"), Map.of(":v", ONE));
        read.projection("#a");

        assertFault(
                read::requireAllUsed,
                "Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}");
    }

    @Test
    void allExpressionsTogetherUseThePlaceholders() {
        RequestExpressions write = expressions(named("#a", "#b"), Map.of(":v", ONE));
        write.update("SET #a = :v");
        write.condition("#b = :v");

        assertThatCode(write::requireAllUsed).doesNotThrowAnyException();
    }

    @Test
    void conditionsAndUpdatesHaveAnEnvelopeAndTheOthersNone() {
        String reason = ": The expression can not be empty;";

        assertFault(
                () -> expressions(null, null).condition(""),
                "1 validation error detected: Invalid ConditionExpression" + reason);
        assertFault(
                () -> expressions(null, null).update(""),
                "1 validation error detected: Invalid UpdateExpression" + reason);
        assertFault(() -> expressions(null, null).filter(""), "Invalid FilterExpression" + reason);
        assertFault(
                () -> expressions(null, null).projection(""),
                "Invalid ProjectionExpression" + reason);
        assertFault(
                () -> expressions(null, null).keyCondition(""),
                "Invalid KeyConditionExpression" + reason);
    }

    @Test
    void envelopeCanBeGiven() {
        RequestExpressions transaction =
                new RequestExpressions(
                        new ExpressionParser(), ExpressionAttributes.NONE, ErrorEnvelope.BARE);

        assertFault(
                () -> transaction.condition(""),
                "Invalid ConditionExpression: The expression can not be empty;");
    }

    @Test
    void oneTextIsReadAsEachOfItsKinds() {
        RequestExpressions expressions = expressions(null, Map.of(":v", ONE));

        assertThatCode(
                        () -> {
                            expressions.keyCondition("a = :v");
                            expressions.filter("a = :v");
                        })
                .doesNotThrowAnyException();
        assertFault(
                () -> expressions.projection("a = :v"),
                "Invalid ProjectionExpression: Syntax error; token: \"=\", near: \"a = :v\"");
    }

    private static Map<String, String> named(String... placeholders) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String placeholder : placeholders) {
            names.put(placeholder, placeholder.substring(1));
        }
        return names;
    }

    private static RequestExpressions expressions(
            @Nullable Map<String, String> names, @Nullable Map<String, AttributeValue> values) {
        return new RequestExpressions(
                new ExpressionParser(), new ExpressionAttributes(names, values));
    }

    private static RequestExpressions withFault(Map<String, AttributeValue> values) {
        return new RequestExpressions(
                new ExpressionParser(),
                new ExpressionAttributes(null, values, ApiException.validation("a wrong value")));
    }

    private static void assertFault(ThrowingCallable call, String message) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(call).withMessage(message);
    }
}
