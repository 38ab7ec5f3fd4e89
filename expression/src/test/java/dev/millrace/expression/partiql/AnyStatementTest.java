package dev.millrace.expression.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.expression.ExpressionParser;
import dev.millrace.expression.statement.StatementReader;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Whatever the text, it is read or refused, and nothing else happens.
class AnyStatementTest {
    private static final int ROUNDS = 4_000;
    private static final List<AttributeValue> PARAMETERS =
            Collections.nCopies(20, new AttributeValue.S("v"));
    private static final List<String> STARTS =
            List.of(
                    "",
                    "SELECT * FROM t ",
                    "SELECT a, b[1].c FROM \"t\".\"i\" WHERE ",
                    "INSERT INTO t VALUE {",
                    "UPDATE t SET a = ",
                    "DELETE FROM t WHERE a = ",
                    "EXISTS(SELECT * FROM t WHERE ");
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "\"b\"",
                    "'c'",
                    "'",
                    "\"",
                    ".",
                    "[0]",
                    "[",
                    "]",
                    "(",
                    ")",
                    "{",
                    "}",
                    "<<",
                    ">>",
                    ",",
                    ":",
                    "?",
                    "*",
                    "=",
                    "<",
                    ">=",
                    "!=",
                    "||",
                    "-",
                    "+",
                    "1",
                    "1.5E7",
                    "99999999999",
                    "1E99999999999",
                    "AND",
                    "or",
                    "NOT",
                    "IS",
                    "missing",
                    "NULL",
                    "IN",
                    "between",
                    "like",
                    "true",
                    "FROM",
                    "WHERE",
                    "SET",
                    "REMOVE",
                    "RETURNING",
                    "ALL",
                    "OLD",
                    "VALUE",
                    "ORDER BY",
                    "desc",
                    "SELECT",
                    "size(",
                    "set_add(a,",
                    "list_append(",
                    "begins_with(",
                    "attribute_type(",
                    "--",
                    "/*",
                    "*/",
                    ";",
                    "é",
                    "\uD83D",
                    "`",
                    "\n");

    @ParameterizedTest
    @ValueSource(longs = {12, 4712, -4})
    void anyTextIsReadOrRefused(long seed) {
        Random random = new Random(seed);
        ExpressionParser parser = new ExpressionParser();
        for (int i = 0; i < ROUNDS; i++) {
            String text = text(random);
            try {
                StatementReader.read(parser, text, PARAMETERS);
            } catch (ApiException fault) {
                assertThat(fault.getMessage()).as("seed %d: %s", seed, text).isNotBlank();
            }
        }
    }

    @Test
    void deepNestingIsRefused() {
        for (String opening :
                List.of("(", "[", "NOT ", "- a - ", "a[", "size(", "{'a':", "a = (")) {
            String text = opening.repeat(3_000);
            assertThat(faultOf(text)).as(opening).contains("nested too deeply");
        }
    }

    @Test
    void longChainsAreRead() {
        String text = "a = 1" + " AND a = 1".repeat(800) + " OR b = 2".repeat(800);
        assertThat(StatementParser.parse(text).term()).isInstanceOf(Term.Or.class);
    }

    private static String faultOf(String text) {
        try {
            StatementParser.parse(text);
            return "";
        } catch (InvalidExpressionException fault) {
            return fault.reason();
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder(STARTS.get(random.nextInt(STARTS.size())));
        int pieces = random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }
}
