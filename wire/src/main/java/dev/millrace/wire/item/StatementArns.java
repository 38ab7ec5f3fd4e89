package dev.millrace.wire.item;

import dev.millrace.wire.JsonInput;
import dev.millrace.wire.name.TableName;

/// Finds the ARNs by which a statement of PartiQL names tables: quoted names that are ARNs. Texts
/// and comments are passed over, as they name nothing.
final class StatementArns {
    private final String statement;
    private final JsonInput input;
    private int position;

    private StatementArns(String statement, JsonInput input) {
        this.statement = statement;
        this.input = input;
    }

    /// Reads a statement, and notes its ARNs as the tables of the request.
    static String read(JsonInput input) {
        String statement = input.text();
        if (statement.contains("\"arn:")) {
            new StatementArns(statement, input).note();
        }
        return statement;
    }

    private void note() {
        while (position < statement.length()) {
            char next = statement.charAt(position);
            if (next == '\'') {
                passTo("'");
            } else if (next == '"') {
                int start = position + 1;
                passTo("\"");
                TableName.note(statement.substring(start, Math.max(start, position - 1)), input);
            } else if (statement.startsWith("--", position)) {
                passTo("\n");
            } else if (statement.startsWith("/*", position)) {
                passTo("*/");
            } else {
                position++;
            }
        }
    }

    // Behind what ends the piece that begins here; a doubled quote begins the next one.
    private void passTo(String end) {
        int found = statement.indexOf(end, position + 1);
        position = found < 0 ? statement.length() + 1 : found + end.length();
    }
}
