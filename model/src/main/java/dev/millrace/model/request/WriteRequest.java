package dev.millrace.model.request;

import dev.millrace.model.value.Item;

/// One write of a batch: a put of a whole item, or a delete by key.
public sealed interface WriteRequest {
    /// Puts the item.
    record Put(Item item) implements WriteRequest {}

    /// Deletes the item with the key.
    record Delete(Item key) implements WriteRequest {}
}
