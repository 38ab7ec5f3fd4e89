package dev.millrace.wire.name;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rule;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Violations;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How requests name a table: by its name or, since 2024, by its ARN.
public final class TableName {
    /// The shortest name that a table can have.
    public static final int CHARS_MIN = 3;

    /// The longest name that a table can have.
    public static final int CHARS_MAX = 255;

    /// The longest name or ARN.
    public static final int ARN_CHARS_MAX = 1_024;

    /// What names of tables and indexes are made of, as a regular expression.
    public static final String CHARACTERS = "[a-zA-Z0-9_.-]+";

    private static final String PREFIX = "arn:";
    private static final Pattern NAME = Pattern.compile(CHARACTERS);
    private static final Pattern ARN =
            Pattern.compile("arn:aws[^:]*:dynamodb:[^:]+:[0-9]{12}:table/([a-zA-Z0-9_.-]{3,255})");

    /// The name or ARN of a table that the operation needs.
    public static final Member<String> NAME_OR_ARN = anyNameOrArn().required();

    private static final Rule<String> ARN_LENGTH = Rules.length(0, ARN_CHARS_MAX);
    private static final Rule<String> FORM = Rules.pattern(CHARACTERS);
    private static final Rule<String> LENGTH = Rules.length(0, CHARS_MAX);

    private TableName() {}

    /// A member that is a plain name, with the form that tables' names have.
    public static Member<String> plain(String member) {
        return Member.text(member)
                .rule(Rules.pattern(CHARACTERS))
                .rule(Rules.length(CHARS_MIN, CHARS_MAX));
    }

    /// The name or ARN of a table that the operation can do without.
    public static Member<String> anyNameOrArn() {
        return Member.<String>of("TableName", TableName::read).rule(TableName::checkNameOrArn);
    }

    private static String read(JsonInput input) {
        String text = input.text();
        note(text, input);
        return text;
    }

    /// Notes a name or ARN that `input` has, if it is an ARN.
    public static void note(String nameOrArn, JsonInput input) {
        if (nameOrArn.startsWith(PREFIX)) {
            input.noteTableArn(nameOrArn);
        }
    }

    /// Whether the text has the form of a table's name, or of an ARN that may be one of a table.
    public static boolean isNameOrArn(String text) {
        return text.startsWith(PREFIX)
                ? text.length() <= ARN_CHARS_MAX
                : text.length() >= CHARS_MIN
                        && text.length() <= CHARS_MAX
                        && NAME.matcher(text).matches();
    }

    /// The plain name in a name or ARN.
    ///
    /// @throws ApiException a `ValidationException` if it begins like an ARN and is none of a table
    public static String of(String nameOrArn) {
        if (!nameOrArn.startsWith(PREFIX)) {
            return nameOrArn;
        }
        Matcher arn = ARN.matcher(nameOrArn);
        if (!arn.matches()) {
            throw ApiException.validation("Invalid TableArn: " + nameOrArn);
        }
        return arn.group(1);
    }

    private static void checkNameOrArn(String value, String path, Violations violations) {
        if (value.isEmpty()) {
            checkEmpty(value, path, violations);
        } else if (value.startsWith(PREFIX)) {
            ARN_LENGTH.check(value, path, violations);
        } else {
            FORM.check(value, path, violations);
            LENGTH.check(value, path, violations);
        }
    }

    // By its present rules AWS answers an empty name by itself and in a form of its own
    // (dynamodb-api reference, 13.2).
    private static void checkEmpty(String value, String path, Violations violations) {
        String constraint = "Member must have length greater than or equal to 1";
        if (violations.isOlder()) {
            violations.add(value, path, constraint);
        } else {
            violations.answerOnly(
                    Violations.enveloped(
                            "Value at 'TableName' failed to satisfy constraint: " + constraint));
        }
    }
}
