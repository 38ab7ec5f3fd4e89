package dev.millrace.cli.demo;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/// A change of one file, as the table takes it.
sealed interface ItemChange {

    /// Whose item is changed.
    ItemKey key();

    /// A new item.
    ///
    /// @param item all of its attributes, the key among them
    record Put(ItemKey key, Map<String, AttributeValue> item) implements ItemChange {}

    /// Another content for an item that exists.
    ///
    /// @param item all of its new attributes, the key among them
    record Update(ItemKey key, Map<String, AttributeValue> item) implements ItemChange {}

    /// The end of an item.
    record Delete(ItemKey key) implements ItemChange {}
}
