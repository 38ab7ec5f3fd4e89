package dev.millrace.server.control;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.JsonInput;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The members of a control request: those of its JSON body, or the parameters of its query.
///
/// @param values by name; whole numbers as digits
record Members(Map<String, String> values) {
    private static final int DIGITS_MAX = 9;
    private static final Set<String> WHOLE = Set.of("calls");

    /// Reads a body; an empty one has no members.
    ///
    /// @param known the names that make sense
    /// @throws Refusal if the body is no JSON object of these members
    static Members ofBody(byte[] body, Set<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        if (body.length > 0) {
            try {
                new JsonInput(body, 0, body.length).document(input -> read(input, known, values));
            } catch (ApiException _) {
                throw Refusal.badRequest(
                        "the body is not a JSON object of texts"
                                + (known.contains("calls") ? " and whole numbers" : ""));
            }
        }
        return new Members(values);
    }

    /// Takes the parameters of a query.
    ///
    /// @throws Refusal if one is not known
    static Members ofQuery(Map<String, String> query, Set<String> known) {
        query.keySet().forEach(name -> requireKnown(name, known));
        return new Members(query);
    }

    private static Object read(JsonInput input, Set<String> known, Map<String, String> values) {
        while (input.nextMember()) {
            String name = input.name();
            requireKnown(name, known);
            if (!input.isNull()) {
                values.put(
                        name,
                        WHOLE.contains(name) ? Long.toString(input.longInteger()) : input.text());
            }
        }
        return values;
    }

    private static void requireKnown(String name, Set<String> known) {
        if (!known.contains(name)) {
            throw Refusal.badRequest(
                    "'" + name + "' is not known here; known are " + new TreeSet<>(known));
        }
    }

    /// The text of a member; null if it is missing.
    @Nullable String text(String name) {
        return values.get(name);
    }

    /// The text of a member.
    ///
    /// @throws Refusal if it is missing
    String require(String name) {
        String value = values.get(name);
        if (value == null) {
            throw Refusal.badRequest("'" + name + "' is missing");
        }
        return value;
    }

    /// A whole number from 1 to `max`, which must be there.
    int number(String name, int max) {
        String value = require(name);
        long number = Long.parseLong(value);
        if (number < 1 || number > max) {
            throw notNumber(name, value, max);
        }
        return (int) number;
    }

    /// A whole number from 1 to `max`, or `otherwise` if it is missing.
    int numberOrElse(String name, int otherwise, int max) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isEmpty()
                && value.length() <= DIGITS_MAX
                && value.chars().allMatch(Character::isDigit)) {
            return number(name, max);
        }
        throw notNumber(name, value, max);
    }

    private static Refusal notNumber(String name, String value, int max) {
        return Refusal.badRequest("'" + name + "': " + value + " is not a number from 1 to " + max);
    }

    /// A moment like `2026-01-01T00:00:00Z`; null if it is missing.
    @Nullable Instant moment(String name) {
        String value = text(name);
        try {
            return value == null ? null : Instant.parse(value);
        } catch (DateTimeException _) {
            throw Refusal.badRequest(
                    "'" + name + "': '" + value + "' is not a moment like 2026-01-01T00:00:00Z");
        }
    }

    /// A duration like `PT4H` or `P1D`; null if it is missing.
    @Nullable Duration duration(String name) {
        String value = text(name);
        try {
            return value == null ? null : Duration.parse(value);
        } catch (DateTimeException | ArithmeticException _) {
            throw Refusal.badRequest(
                    "'" + name + "': '" + value + "' is not a duration like PT90S, PT4H or P1D");
        }
    }
}
