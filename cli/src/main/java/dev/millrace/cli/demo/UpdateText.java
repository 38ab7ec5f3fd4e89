package dev.millrace.cli.demo;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The update expression that turns an item into another with the same key.
///
/// @param item what the item is to be
record UpdateText(Map<String, AttributeValue> item) {

    /// Sets what the new item has and removes what it lacks.
    String expression() {
        String set = list(item::containsKey, name -> "#" + name + " = :" + name);
        String remove = list(name -> !item.containsKey(name), name -> "#" + name);
        return "SET " + set + (remove.isEmpty() ? "" : " REMOVE " + remove);
    }

    /// The names that the expression and a condition on the key use.
    Map<String, String> names() {
        return Stream.concat(Stream.of(ItemAttributes.PATH), ItemAttributes.UPDATABLE.stream())
                .collect(toMap(name -> "#" + name, name -> name));
    }

    /// The values that the expression uses.
    Map<String, AttributeValue> values() {
        return item.entrySet().stream()
                .filter(entry -> ItemAttributes.UPDATABLE.contains(entry.getKey()))
                .collect(toMap(entry -> ":" + entry.getKey(), Map.Entry::getValue));
    }

    private static String list(Predicate<String> which, UnaryOperator<String> form) {
        return ItemAttributes.UPDATABLE.stream().filter(which).map(form).collect(joining(", "));
    }
}
