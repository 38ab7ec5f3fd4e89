package dev.millrace.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final Variables variables = new Variables();
    private final Comparison comparison = new Comparison(variables);

    @Test
    void orderOfMembersAndSpellingOfNumbersDoNotMatter() {
        assertThat(matches("{'a': 1.0, 'b': 100}", "{'b': 1e2, 'a': 1}")).isTrue();
    }

    @Test
    void everyMemberMustBeExpected() {
        assertThat(matches("{'a': 1}", "{'a': 1, 'b': 2}")).isFalse();
    }

    @Test
    void everyExpectedMemberMustBeThere() {
        assertThat(matches("{'a': 1, '<any>': '<any>'}", "{'b': 2}")).isFalse();
    }

    @Test
    void othersMayBeAllowed() {
        assertThat(matches("{'a': 1, '<any>': '<any>'}", "{'a': 1, 'b': 2}")).isTrue();
    }

    @Test
    void listsHaveAnOrder() {
        assertThat(matches("{'L': ['a', 'b']}", "{'L': ['b', 'a']}")).isFalse();
    }

    @Test
    void setsHaveNone() {
        assertThat(matches("{'SS': ['a', 'b']}", "{'SS': ['b', 'a']}")).isTrue();
    }

    @Test
    void setsCountTheirElements() {
        assertThat(matches("{'SS': ['a', 'a']}", "{'SS': ['a', 'b']}")).isFalse();
    }

    @Test
    void listsMayBeWithoutOrder() {
        assertThat(matches("['<in any order>', 1, 2]", "[2, 1]")).isTrue();
    }

    @Test
    void textIsNotANumber() {
        assertThat(matches("'1'", "1")).isFalse();
    }

    @Test
    void numberPlaceholderIsNotForText() {
        assertThat(matches("'<number>'", "'1'")).isFalse();
    }

    @Test
    void wholeSecondsHaveNoFraction() {
        assertThat(matches("'<whole seconds>'", "1795420800.250")).isFalse();
        assertThat(matches("'<seconds>'", "1795420800.250")).isTrue();
    }

    @Test
    void sequenceNumberDoesNotBeginWithZero() {
        assertThat(matches("'<sequence number>'", "'012345678901234567890'")).isFalse();
        assertThat(matches("'<sequence number>'", "'112345678901234567890'")).isTrue();
    }

    @Test
    void otherAngleBracketsAreLiteral() {
        assertThat(matches("'operator: <, <>'", "'operator: <, <>'")).isTrue();
        assertThat(matches("'operator: <>'", "'operator: x'")).isFalse();
    }

    @Test
    void whatIsRememberedMustComeAgain() {
        assertThat(matches("['<text: name>', '${name}']", "['x', 'x']")).isTrue();
        assertThat(matches("['<text: name>', '${name}']", "['x', 'y']")).isFalse();
    }

    @Test
    void placeholderMayBePartOfAText() {
        assertThat(matches("'in <label>!'", "'in 2026-11-23T08:00:00.250!'")).isTrue();
        assertThat(matches("'in <label>!'", "'in 2026-11-23T08:00:00.250Z!'")).isFalse();
    }

    @Test
    void rewritingKeepsThePlaceholdersThatStillHold() {
        Json merged =
                new Rewriting(comparison)
                        .merge(
                                json("{'id': '<uuid>', 'n': 1, 'gone': 2}"),
                                json("{'id': '03bb588b-b27d-384a-8d41-d50995e54938', 'n': 3}"));
        assertThat(merged).isEqualTo(json("{'id': '<uuid>', 'n': 3}"));
    }

    @Test
    void formattedJsonIsTheSameJson() {
        Json json = json("{'a': [1, {'b': 'x\\ny'}, true, null], 'c': {}}");
        assertThat(JsonReader.read(JsonFormat.format(json))).isEqualTo(json);
    }

    private boolean matches(String expected, String actual) {
        return comparison.matches(json(expected), json(actual));
    }

    private static Json json(String text) {
        return JsonReader.read(text.replace('\'', '"'));
    }
}
