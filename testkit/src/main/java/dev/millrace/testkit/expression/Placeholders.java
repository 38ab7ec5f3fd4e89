package dev.millrace.testkit.expression;

import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.value.AttributeValue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The notation of requests: `#n0` for names and `:v0` for values, collected along the way.
///
/// Names of one to three small letters and a digit, which no reserved word is, are written as they
/// are, so that both spellings are tested.
public final class Placeholders implements Notation {
    private static final Pattern BARE_NAME = Pattern.compile("[a-z]{1,3}[0-9]");

    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();

    @Override
    public String name(String name) {
        if (BARE_NAME.matcher(name).matches()) {
            return name;
        }
        return aliases.computeIfAbsent(name, _ -> "#n" + aliases.size());
    }

    @Override
    public String value(AttributeValue value) {
        String placeholder = ":v" + values.size();
        values.put(placeholder, value);
        return placeholder;
    }

    /// The placeholders used so far; a kind that was not used is left out.
    public ExpressionAttributes attributes() {
        Map<String, String> names = new LinkedHashMap<>();
        aliases.forEach((name, alias) -> names.put(alias, name));
        return new ExpressionAttributes(
                names.isEmpty() ? null : names,
                values.isEmpty() ? null : new LinkedHashMap<>(values));
    }
}
