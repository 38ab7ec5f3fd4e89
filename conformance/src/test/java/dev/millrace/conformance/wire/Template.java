package dev.millrace.conformance.wire;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of an expectation: literal but for its placeholders.
final class Template {
    private static final Pattern FINDER = Placeholder.finder();

    private final Pattern pattern;
    private final List<@Nullable String> names = new ArrayList<>();
    private final @Nullable Placeholder whole;

    /// @param text variables have been put in already
    Template(String text) {
        Matcher found = FINDER.matcher(text);
        whole = found.matches() ? Placeholder.of(found.group(1)) : null;
        pattern = Pattern.compile(pattern(text, found.reset()), Pattern.DOTALL);
    }

    private String pattern(String text, Matcher found) {
        StringBuilder regex = new StringBuilder();
        int from = 0;
        while (found.find()) {
            regex.append(Pattern.quote(text.substring(from, found.start())));
            regex.append("(?<p").append(names.size()).append('>');
            regex.append(Placeholder.of(found.group(1)).pattern()).append(')');
            names.add(found.group(2));
            from = found.end();
        }
        return regex.append(Pattern.quote(text.substring(from))).toString();
    }

    /// Whether the template is one placeholder that a value which is not a text can fit.
    boolean fitsMoreThanText() {
        return whole != null && whole.isForMoreThanText();
    }

    /// Whether a text fits, or the text of another simple value; what has a name is then
    /// remembered.
    boolean matches(String actual, Variables variables) {
        Matcher matcher = pattern.matcher(actual);
        if (!matcher.matches()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name != null) {
                variables.set(name, matcher.group("p" + i));
            }
        }
        return true;
    }

    /// Whether the template as a whole can stand for texts.
    boolean fitsText() {
        return whole == null || whole.isForText();
    }
}
