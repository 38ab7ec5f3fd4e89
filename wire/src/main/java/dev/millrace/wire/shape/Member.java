package dev.millrace.wire.shape;

import dev.millrace.wire.JsonInput;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// A declared member of a structure: its name, how it is read, whether it must be given, and the
/// constraints on it.
///
/// @param <T> what it is read as
public final class Member<T> {
    private final String name;
    private final Reading<? extends T> reading;
    private final List<Rule<? super T>> rules;
    private final BiConsumer<String, Violations> ifMissing;

    private Member(
            String name,
            Reading<? extends T> reading,
            List<Rule<? super T>> rules,
            BiConsumer<String, Violations> ifMissing) {
        this.name = name;
        this.reading = reading;
        this.rules = rules;
        this.ifMissing = ifMissing;
    }

    /// A member that is read by `reading`.
    public static <T> Member<T> of(String name, Reading<? extends T> reading) {
        return new Member<>(name, reading, List.of(), (_, _) -> {});
    }

    /// A text.
    public static Member<String> text(String name) {
        return of(name, JsonInput::text);
    }

    /// A text that is one of `choices`, which a violation lists in this order.
    public static Member<String> choice(String name, String... choices) {
        return text(name).rule(Rules.oneOf(choices));
    }

    /// A whole number of 32 bits.
    public static Member<Integer> integer(String name) {
        return of(name, JsonInput::integer);
    }

    /// A whole number of 64 bits.
    public static Member<Long> longInteger(String name) {
        return of(name, JsonInput::longInteger);
    }

    /// A moment, in seconds since 1970.
    public static Member<Instant> moment(String name) {
        return of(name, JsonInput::moment);
    }

    /// A truth value.
    public static Member<Boolean> truth(String name) {
        return of(name, JsonInput::truth);
    }

    /// A structure within the structure.
    public static Member<Fields> structure(String name, Structure shape) {
        return Member.<Fields>of(name, shape::readMember).rule(Fields::check);
    }

    /// A list of structures.
    public static Member<List<Fields>> structures(String name, Structure shape) {
        return list(name, shape::readElement).rule(Rules.each(Fields::check));
    }

    /// A list; elements that are `null` are passed over.
    public static <E> Member<List<E>> list(String name, Reading<? extends E> element) {
        return of(name, input -> readList(input, element));
    }

    /// A map; entries that are `null` are passed over.
    ///
    /// @param valueShape the service model's name of what the map holds
    public static <E> Member<Map<String, E>> map(
            String name, String valueShape, Reading<? extends E> value) {
        return of(name, input -> readMap(input, valueShape, value));
    }

    /// This member, constrained by `rule` too.
    public Member<T> rule(Rule<? super T> rule) {
        List<Rule<? super T>> all = new ArrayList<>(rules);
        all.add(rule);
        return new Member<>(name, reading, List.copyOf(all), ifMissing);
    }

    /// This member, which must be given.
    public Member<T> required() {
        return new Member<>(
                name, reading, rules, (path, violations) -> violations.addMissing(path));
    }

    /// This member, which must be given or `message` is the whole answer.
    public Member<T> requiredOr(String message) {
        return new Member<>(
                name, reading, rules, (_, violations) -> violations.answerOnly(message));
    }

    /// The name on the wire.
    public String name() {
        return name;
    }

    T read(JsonInput input) {
        return reading.read(input);
    }

    void check(T value, String path, Violations violations) {
        for (Rule<? super T> rule : rules) {
            rule.check(value, path, violations);
        }
    }

    void reportMissing(String path, Violations violations) {
        ifMissing.accept(path, violations);
    }

    /// The name as violations spell it.
    String pathElement() {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /// Reads a list; elements that are `null` are passed over.
    public static <E> List<E> readList(JsonInput input, Reading<? extends E> element) {
        input.enterList();
        List<E> all = new ArrayList<>();
        while (input.nextElement()) {
            if (!input.isNull()) {
                all.add(element.read(input));
            }
        }
        return all;
    }

    private static <E> Map<String, E> readMap(
            JsonInput input, String valueShape, Reading<? extends E> value) {
        input.enterMap(valueShape);
        Map<String, E> all = new LinkedHashMap<>();
        while (input.nextMember()) {
            String key = input.name();
            if (!input.isNull()) {
                all.put(key, value.read(input));
            }
        }
        return all;
    }
}
