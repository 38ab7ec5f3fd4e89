package dev.millrace.testkit.reference;

import dev.millrace.model.key.KeySchema;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// The records that a stream must hold, in the order of the changes (source: streams-api reference,
/// sections 8 to 10).
public final class ReferenceStream {
    private final KeySchema keySchema;
    private final StreamViewType viewType;
    private final List<Item> itemsAtStart;
    private final List<ExpectedRecord> records = new ArrayList<>();
    private @Nullable List<Item> itemsAtEnd;

    ReferenceStream(KeySchema keySchema, StreamViewType viewType, List<Item> itemsAtStart) {
        this.keySchema = keySchema;
        this.viewType = viewType;
        this.itemsAtStart = itemsAtStart;
    }

    /// The key of the stream's table.
    public KeySchema keySchema() {
        return keySchema;
    }

    /// What the records show.
    public StreamViewType viewType() {
        return viewType;
    }

    /// The table's items when the stream was enabled.
    public List<Item> itemsAtStart() {
        return itemsAtStart;
    }

    /// The table's items when the stream was disabled; null while it is enabled.
    public @Nullable List<Item> itemsAtEnd() {
        return itemsAtEnd;
    }

    /// All records in the order of the changes.
    public List<ExpectedRecord> records() {
        return Collections.unmodifiableList(records);
    }

    void close(List<Item> items) {
        itemsAtEnd = items;
    }

    void append(
            Map<String, AttributeValue> keys,
            @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after,
            boolean expired) {
        Map<String, AttributeValue> newImage = viewType.showsNewImage() ? after : null;
        Map<String, AttributeValue> oldImage = viewType.showsOldImage() ? before : null;
        int size = ReferenceSize.ofItem(keys) + sizeOf(newImage) + sizeOf(oldImage);
        records.add(
                new ExpectedRecord(
                        eventName(before, after),
                        Item.of(keys),
                        newImage == null ? null : Item.of(newImage),
                        oldImage == null ? null : Item.of(oldImage),
                        size,
                        viewType,
                        expired));
    }

    private static EventName eventName(@Nullable Object before, @Nullable Object after) {
        if (before == null) {
            return EventName.INSERT;
        }
        return after == null ? EventName.REMOVE : EventName.MODIFY;
    }

    private static int sizeOf(@Nullable Map<String, AttributeValue> image) {
        return image == null ? 0 : ReferenceSize.ofItem(image);
    }
}
