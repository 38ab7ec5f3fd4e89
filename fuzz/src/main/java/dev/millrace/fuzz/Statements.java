package dev.millrace.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.expression.ExpressionParser;
import dev.millrace.expression.partiql.StatementParser;
import dev.millrace.expression.statement.StatementReader;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;

import java.util.List;

/// Texts of statements, at most as long as one may be.
public final class Statements {
    private static final int CHARACTERS_MAX = 8_192;
    private static final ExpressionParser PARSER = new ExpressionParser();
    private static final List<AttributeValue> PARAMETERS =
            List.of(
                    new AttributeValue.S("a"),
                    new AttributeValue.N(Decimal.of(1)),
                    new AttributeValue.B(Binary.of(new byte[1])),
                    AttributeValue.SS.of(List.of("a", "b")),
                    new AttributeValue.L(List.of()),
                    new AttributeValue.Null());

    private Statements() {}

    /// Parses a text as a statement and gives its parameters values; whatever the text, it is one
    /// or is refused as the client's fault.
    public static void fuzzerTestOneInput(byte[] data) {
        String whole = new String(data, UTF_8);
        String text = whole.substring(0, Math.min(whole.length(), CHARACTERS_MAX));
        try {
            StatementParser.parse(text);
        } catch (InvalidExpressionException expected) {
            Promises.hasText(expected);
        }
        try {
            StatementReader.read(PARSER, text, PARAMETERS);
        } catch (ApiException refusal) {
            Promises.hasText(refusal);
            Promises.isOfClient(refusal);
        }
    }
}
