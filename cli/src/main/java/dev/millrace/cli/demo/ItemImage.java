package dev.millrace.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An item as a stream record or the table shows it, with its content reduced to git's id of the
/// bytes that were seen, so that many items fit into memory. Equal images are equal items.
///
/// @param attributes type and value of each attribute, such as `S:100644`
record ItemImage(SortedMap<String, String> attributes) {

    private static final String STRING = "S:";

    ItemImage {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /// The image of `item`.
    static ItemImage of(Map<String, AttributeValue> item) {
        AttributeValue blob = item.get(ItemAttributes.BLOB);
        String like = blob == null || blob.s() == null ? "" : blob.s();
        SortedMap<String, String> attributes = new TreeMap<>();
        item.forEach((name, value) ->
                attributes.put(
                        name,
                        name.equals(ItemAttributes.CONTENT) ? content(value, like) : plain(value)));
        return new ItemImage(attributes);
    }

    /// The string that the attribute `name` is; empty if it is missing or something else.
    Optional<String> string(String name) {
        return Optional.ofNullable(attributes.get(name))
                .filter(value -> value.startsWith(STRING))
                .map(value -> value.substring(STRING.length()));
    }

    /// Git's id of the content that the item really has; empty if it has none.
    Optional<String> contentId() {
        return Optional.ofNullable(attributes.get(ItemAttributes.CONTENT))
                .map(value -> value.substring(value.lastIndexOf(':') + 1));
    }

    private static String content(AttributeValue value, String like) {
        return switch (value.type()) {
            case S -> "S:git:" + ContentId.of(value.s().getBytes(UTF_8), like);
            case B -> "B:git:" + ContentId.of(value.b().asByteArrayUnsafe(), like);
            default -> plain(value);
        };
    }

    private static String plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> STRING + value.s();
            case N -> "N:" + value.n();
            case B -> "B:" + HexFormat.of().formatHex(value.b().asByteArrayUnsafe());
            default -> value.toString();
        };
    }
}
