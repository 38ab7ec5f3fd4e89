package dev.millrace.wire.shape;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The kinds of constraints that the service model knows.
public final class Rules {
    private Rules() {}

    /// The text has from `min` to `max` characters.
    public static Rule<String> length(int min, int max) {
        return (value, path, violations) ->
                checkLength(value.length(), min, max, value, path, violations);
    }

    /// The list has from `min` to `max` elements.
    public static <E> Rule<List<E>> size(int min, int max) {
        return (value, path, violations) ->
                checkLength(value.size(), min, max, value, path, violations);
    }

    /// The whole text matches the expression.
    public static Rule<String> pattern(String expression) {
        Pattern pattern = Pattern.compile(expression);
        return (value, path, violations) -> {
            if (!pattern.matcher(value).matches()) {
                violations.add(
                        value,
                        path,
                        "Member must satisfy regular expression pattern: " + expression);
            }
        };
    }

    /// The text is one of these, which are listed in this order.
    public static Rule<String> oneOf(String... choices) {
        List<String> all = List.of(choices);
        return (value, path, violations) -> {
            if (!all.contains(value)) {
                violations.addChoice(value, path, "Member must satisfy enum value set: " + all);
            }
        };
    }

    /// The number is `min` or more.
    public static Rule<Number> atLeast(long min) {
        return (value, path, violations) -> {
            if (value.longValue() < min) {
                violations.add(
                        value, path, "Member must have value greater than or equal to " + min);
            }
        };
    }

    /// The number is `max` or less.
    public static Rule<Number> atMost(long max) {
        return (value, path, violations) -> {
            if (value.longValue() > max) {
                violations.add(value, path, "Member must have value less than or equal to " + max);
            }
        };
    }

    /// Each element of the list keeps `rule`.
    public static <E> Rule<List<E>> each(Rule<? super E> rule) {
        return (value, path, violations) -> {
            for (int i = 0; i < value.size(); i++) {
                rule.check(value.get(i), path + "." + (i + 1) + ".member", violations);
            }
        };
    }

    /// Each value of the map keeps `rule`.
    public static <E> Rule<Map<String, E>> eachValue(Rule<? super E> rule) {
        return (value, path, violations) ->
                value.forEach(
                        (key, one) -> rule.check(one, path + "." + key + ".member", violations));
    }

    private static void checkLength(
            int length, int min, int max, Object value, String path, Violations violations) {
        if (length < min) {
            violations.add(value, path, "Member must have length greater than or equal to " + min);
        } else if (length > max) {
            violations.add(value, path, "Member must have length less than or equal to " + max);
        }
    }
}
