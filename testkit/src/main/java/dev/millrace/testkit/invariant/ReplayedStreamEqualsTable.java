package dev.millrace.testkit.invariant;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.ValueText;
import dev.millrace.testkit.stream.StreamContent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The invariant that a stream tells the whole history of its table: whoever starts with the items
/// that were there when the stream was enabled and does what the records say ends with the items
/// that are there now.
///
/// Records without new images still tell which keys exist; old images must be what was replayed.
public final class ReplayedStreamEqualsTable {
    private final KeySchema keySchema;
    private final StreamViewType viewType;
    private final Map<Item, Item> replayed = new LinkedHashMap<>();
    private final List<String> violations = new ArrayList<>();

    private ReplayedStreamEqualsTable(StreamContent stream) {
        this.keySchema = stream.keySchema();
        this.viewType = stream.viewType();
    }

    /// What contradicts the invariant; empty if it holds.
    ///
    /// @param itemsAtStart the table's items when the stream was enabled
    /// @param itemsNow the table's items now, or when the stream was disabled
    public static List<String> violations(
            StreamContent stream, Collection<Item> itemsAtStart, Collection<Item> itemsNow) {
        ReplayedStreamEqualsTable check = new ReplayedStreamEqualsTable(stream);
        check.replayed.putAll(check.byKey(itemsAtStart));
        stream.records().forEach(check::replay);
        check.compare(check.byKey(itemsNow));
        return check.violations;
    }

    private void replay(StreamRecord record) {
        Item before = replayed.get(record.keys());
        switch (record.eventName()) {
            case INSERT -> require(before == null, record, "inserts an item that exists");
            case MODIFY, REMOVE ->
                    require(before != null, record, "changes an item that does not exist");
        }
        compareOldImage(record, before);
        switch (record.eventName()) {
            case INSERT, MODIFY ->
                    replayed.put(
                            record.keys(),
                            Objects.requireNonNullElse(record.newImage(), record.keys()));
            case REMOVE -> replayed.remove(record.keys());
        }
    }

    private void compareOldImage(StreamRecord record, @Nullable Item before) {
        if (viewType == StreamViewType.NEW_AND_OLD_IMAGES) {
            require(
                    Objects.equals(record.oldImage(), before),
                    record,
                    "has an old image other than the item before");
        }
    }

    private void compare(Map<Item, Item> now) {
        boolean isEqual =
                viewType.showsNewImage()
                        ? replayed.equals(now)
                        : replayed.keySet().equals(now.keySet());
        if (!isEqual) {
            violations.add(
                    "ReplayedStreamEqualsTable: replayed %s, table %s"
                            .formatted(texts(replayed), texts(now)));
        }
    }

    private Map<Item, Item> byKey(Collection<Item> items) {
        Map<Item, Item> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.put(keyOf(item), item));
        return byKey;
    }

    private Item keyOf(Item item) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (KeyAttribute attribute : keySchema.attributes()) {
            key.put(attribute.name(), Objects.requireNonNull(item.get(attribute.name())));
        }
        return Item.of(key);
    }

    private void require(boolean holds, StreamRecord record, String violation) {
        if (!holds) {
            violations.add(
                    "ReplayedStreamEqualsTable: record "
                            + record.sequenceNumber()
                            + " of "
                            + ValueText.format(record.keys())
                            + " "
                            + violation);
        }
    }

    private static List<String> texts(Map<Item, Item> items) {
        return items.values().stream().map(ValueText::format).sorted().toList();
    }
}
