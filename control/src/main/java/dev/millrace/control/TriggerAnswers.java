package dev.millrace.control;

import dev.millrace.wire.JsonInput;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads what the control API answers about triggers.
final class TriggerAnswers {
    private static final Set<String> TEXTS =
            Set.of(
                    "mapping",
                    "function",
                    "stream",
                    "state",
                    "lastResult",
                    "shard",
                    "first",
                    "last",
                    "firstCreated",
                    "lastCreated",
                    "givenUp",
                    "condition",
                    "error",
                    "destination",
                    "replayed",
                    "result");
    private static final Set<String> TRUTHS = Set.of("exactlyOnce", "delivered");

    /// The members of one object, by how they are written.
    private record Values(
            Map<String, String> texts, Map<String, Boolean> truths, Map<String, Long> numbers) {
        String text(String name) {
            return required(texts.get(name), name);
        }

        boolean truth(String name) {
            return required(truths.get(name), name);
        }

        long number(String name) {
            return required(numbers.get(name), name);
        }

        private static <T> T required(@Nullable T value, String name) {
            if (value == null) {
                throw new IllegalStateException("the answer of the server lacks " + name);
            }
            return value;
        }
    }

    private TriggerAnswers() {}

    static List<TriggerReport> triggers(byte[] body) {
        return list(body, TriggerAnswers::trigger);
    }

    static List<DeadLetterReport> deadLetters(byte[] body) {
        return list(body, TriggerAnswers::deadLetter);
    }

    static DeadLetterReport deadLetter(byte[] body) {
        return new JsonInput(body, 0, body.length).document(input -> deadLetter(values(input)));
    }

    private static TriggerReport trigger(Values values) {
        return new TriggerReport(
                values.text("mapping"),
                values.text("function"),
                values.text("stream"),
                values.text("state"),
                values.text("lastResult"),
                values.truth("exactlyOnce"),
                values.numbers());
    }

    private static DeadLetterReport deadLetter(Values values) {
        String replayed = values.texts().get("replayed");
        return new DeadLetterReport(
                values.text("mapping"),
                values.text("stream"),
                values.text("shard"),
                values.text("first"),
                values.text("last"),
                values.number("records"),
                Instant.parse(values.text("givenUp")),
                values.text("condition"),
                values.number("invocations"),
                values.texts().get("error"),
                values.texts().get("destination"),
                values.truth("delivered"),
                replayed == null ? null : Instant.parse(replayed),
                values.texts().get("result"));
    }

    // The answer has one member, a list of objects.
    private static <T> List<T> list(byte[] body, Function<Values, T> element) {
        return new JsonInput(body, 0, body.length)
                .document(input -> {
                    List<T> all = new ArrayList<>();
                    while (input.nextMember()) {
                        input.enterList();
                        while (input.nextElement()) {
                            input.enterElement("Element");
                            all.add(element.apply(values(input)));
                        }
                    }
                    return all;
                });
    }

    private static Values values(JsonInput input) {
        Values values = new Values(new HashMap<>(), new HashMap<>(), new TreeMap<>());
        while (input.nextMember()) {
            String name = input.name();
            if (TEXTS.contains(name)) {
                values.texts().put(name, input.text());
            } else if (TRUTHS.contains(name)) {
                values.truths().put(name, input.truth());
            } else {
                values.numbers().put(name, input.longInteger());
            }
        }
        return values;
    }
}
