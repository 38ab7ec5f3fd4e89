package dev.millrace.benchmarks.jmh;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.AttributeValue.Bool;
import dev.millrace.model.value.AttributeValue.L;
import dev.millrace.model.value.AttributeValue.M;
import dev.millrace.model.value.AttributeValue.N;
import dev.millrace.model.value.AttributeValue.S;
import dev.millrace.model.value.AttributeValue.SS;
import dev.millrace.model.value.Decimal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An item as it is measured, of about a kilobyte.
public enum Shape {
    /// A key and one long text.
    FLAT,

    /// Sixteen attributes, maps and lists and a set among them.
    NESTED;

    private static final int TEXT_CHARS = 1_000;
    private static final int LINES = 8;

    /// The item's attributes; always the same.
    Map<String, AttributeValue> attributes() {
        return switch (this) {
            case FLAT ->
                    Map.of("id", new S("000000000042"), "payload", new S("x".repeat(TEXT_CHARS)));
            case NESTED -> nested();
        };
    }

    /// The same in DynamoDB's JSON.
    String json() {
        return json(new M(attributes())).replaceFirst("\\{\"M\":(.*)}", "$1");
    }

    private static Map<String, AttributeValue> nested() {
        Map<String, AttributeValue> attributes =
                IntStream.range(0, LINES)
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        i -> "attribute" + i, i -> new N(Decimal.of(i * 1_001L))));
        attributes.put("id", new S("000000000042"));
        attributes.put("customer", new S("Ann of the long street, number 7"));
        attributes.put("state", new S("paid"));
        attributes.put("isOpen", new Bool(true));
        attributes.put("amount", new N(Decimal.parse("1234567.89")));
        attributes.put("tags", SS.of(List.of("new", "large", "express", "gift")));
        attributes.put("address", new M(Map.of("street", new S("long"), "number", number(7))));
        attributes.put(
                "articles",
                new L(IntStream.range(0, LINES).<AttributeValue>mapToObj(Shape::line).toList()));
        return attributes;
    }

    private static AttributeValue line(int number) {
        return new M(
                Map.of(
                        "article", new S("article-" + number),
                        "count", number(number),
                        "price", new N(Decimal.parse("19.99"))));
    }

    private static AttributeValue number(long number) {
        return new N(Decimal.of(number));
    }

    private static String json(AttributeValue value) {
        return switch (value) {
            case S(var text) -> "{\"S\":\"" + text + "\"}";
            case N(var number) -> "{\"N\":\"" + number + "\"}";
            case Bool(var truth) -> "{\"BOOL\":" + truth + "}";
            case SS(var members) ->
                    members.stream()
                            .map(member -> "\"" + member + "\"")
                            .collect(Collectors.joining(",", "{\"SS\":[", "]}"));
            case L(var elements) ->
                    elements.stream()
                            .map(Shape::json)
                            .collect(Collectors.joining(",", "{\"L\":[", "]}"));
            case M(var entries) ->
                    entries.entrySet().stream()
                            .map(entry -> "\"" + entry.getKey() + "\":" + json(entry.getValue()))
                            .collect(Collectors.joining(",", "{\"M\":{", "}}"));
            case AttributeValue.B _,
                    AttributeValue.NS _,
                    AttributeValue.BS _,
                    AttributeValue.Null _ ->
                    throw new IllegalStateException("no shape has such a value");
        };
    }
}
