package dev.millrace.triggers.function;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a function, in any of the forms that Lambda takes: bare, with a version or alias
/// behind a colon, as part of an ARN, or as a whole ARN.
///
/// @param name without anything around it
/// @param qualifier a version or an alias; null for none
public record FunctionName(String name, @Nullable String qualifier) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:arn:aws[a-zA-Z-]*:lambda:)?(?:[a-z]{2}(?:-[a-z]+)+-\\d:)?(?:\\d{12}:)?"
                            + "(?:function:)?(?<name>[a-zA-Z0-9-_]+)"
                            + "(?::(?<qualifier>\\$LATEST|[a-zA-Z0-9-_]+))?");

    /// Reads a name; nothing if it is none.
    public static Optional<FunctionName> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new FunctionName(form.group("name"), form.group("qualifier")))
                : Optional.empty();
    }

    /// The whole ARN.
    public String arn(String region, String account) {
        String arn = "arn:aws:lambda:" + region + ":" + account + ":function:" + name;
        return qualifier == null ? arn : arn + ":" + qualifier;
    }
}
