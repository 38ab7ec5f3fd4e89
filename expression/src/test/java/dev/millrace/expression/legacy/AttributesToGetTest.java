package dev.millrace.expression.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.Projection;
import dev.millrace.expression.notation.Notation;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/// `AttributesToGet`: the dynamodb-api reference, section 8.
class AttributesToGetTest {
    @Test
    void onlyTheNamedTopLevelAttributesAreLeft() {
        Projection projection =
                Objects.requireNonNull(
                        LegacyParameters.OF_READ.projection(List.of("a", "m.k", "none")));

        assertThat(projection.apply(Notation.item("pk: 'k', a: 1, m: {k: 1}")))
                .isEqualTo(Notation.item("a: 1"));
    }

    @Test
    void noNameMayOccurTwice() {
        assertThat(
                        Given.faultOf(() ->
                                LegacyParameters.OF_READ.projection(List.of("b", "a", "b", "a"))))
                .isEqualTo(
                        "One or more parameter values were invalid: Duplicate value in attribute"
                                + " name: b");
    }
}
