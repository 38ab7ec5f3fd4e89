package dev.millrace.engine.operation;

import static dev.millrace.engine.EngineFixture.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class TransactDigestTest {
    private static final Map<String, String> NAMES = Map.of("#a", "x", "#b", "y");
    private static final ExpressionAttributes PLACEHOLDERS =
            new ExpressionAttributes(NAMES, Map.of(":n", new AttributeValue.N(Decimal.of(1))));

    @Test
    void theOrderOfPlaceholdersDoesNotCount() {
        Map<String, String> ascending = new LinkedHashMap<>();
        ascending.put("#a", "x");
        ascending.put("#b", "y");
        Map<String, String> descending = new LinkedHashMap<>();
        descending.put("#b", "y");
        descending.put("#a", "x");

        assertThat(of(delete("t", "k", null, new ExpressionAttributes(ascending, null))))
                .isEqualTo(of(delete("t", "k", null, new ExpressionAttributes(descending, null))));
    }

    @Test
    void everythingElseCounts() {
        TransactWrite one = delete("t", "k", "c", PLACEHOLDERS);
        TransactWrite check =
                new TransactWrite.ConditionCheck(
                        "t",
                        Transactions.key("k"),
                        "c",
                        PLACEHOLDERS,
                        ReturnValuesOnConditionCheckFailure.NONE);

        assertThat(
                        List.of(
                                of(one),
                                of(one, one),
                                of(check),
                                of(delete("u", "k", "c", PLACEHOLDERS)),
                                of(delete("t", "l", "c", PLACEHOLDERS)),
                                of(delete("t", "k", "d", PLACEHOLDERS)),
                                of(delete("t", "k", null, PLACEHOLDERS)),
                                of(delete("t", "k", "", PLACEHOLDERS)),
                                of(delete("t", "k", "c", ExpressionAttributes.NONE)),
                                of(delete("t", "k", "c", new ExpressionAttributes(NAMES, null))),
                                of(delete("t", "k", "c", placeholders(text("1")))),
                                of(check, one),
                                of(one, check)))
                .doesNotHaveDuplicates();
    }

    private static ExpressionAttributes placeholders(AttributeValue value) {
        return new ExpressionAttributes(NAMES, Map.of(":n", value));
    }

    private static TransactWrite delete(
            String table, String key, @Nullable String condition, ExpressionAttributes of) {
        return new TransactWrite.Delete(
                table,
                Transactions.key(key),
                condition,
                of,
                ReturnValuesOnConditionCheckFailure.NONE);
    }

    private static Binary of(TransactWrite... actions) {
        return TransactDigest.of(List.of(actions));
    }
}
