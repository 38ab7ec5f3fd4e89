package dev.millrace.model.value;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;

/// An item, or any map of attributes at the top level: its canonical bytes, its tree of values, or
/// both.
///
/// Whichever form it was made from, the other is derived when it is first asked for. Two items are
/// equal when their canonical bytes are, which is equality by value. Neither form may be changed.
public final class Item {
    /// The largest item, in bytes of DynamoDB's formula.
    public static final int BYTES_MAX = 409_600;

    private static final int UNKNOWN = -1;

    private byte @Nullable [] bytes;
    private @Nullable Map<String, AttributeValue> attributes;
    private int sizeBytes = UNKNOWN;

    private Item(byte @Nullable [] bytes, @Nullable Map<String, AttributeValue> attributes) {
        this.bytes = bytes;
        this.attributes = attributes;
    }

    /// The item with these attributes.
    public static Item of(Map<String, AttributeValue> attributes) {
        return new Item(null, attributes);
    }

    /// The item with these canonical bytes.
    public static Item encoded(byte[] bytes) {
        return new Item(bytes, null);
    }

    /// DynamoDB's size of one value, in bytes.
    public static int sizeBytes(AttributeValue value) {
        return ItemSize.ofValue(ItemWriter.encode(value));
    }

    /// The attributes by name.
    public Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> known = attributes;
        if (known == null) {
            known = ItemDecoder.decode(bytes());
            attributes = known;
        }
        return known;
    }

    /// The value of the attribute with this name, or null if the item has none.
    public @Nullable AttributeValue get(String name) {
        return attributes().get(name);
    }

    /// The canonical bytes.
    public byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            known = ItemWriter.encode(attributes());
            bytes = known;
        }
        return known;
    }

    /// The size in bytes by DynamoDB's formula.
    public int sizeBytes() {
        int known = sizeBytes;
        if (known == UNKNOWN) {
            known = ItemSize.ofItem(bytes());
            sizeBytes = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Item that && Arrays.equals(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes());
    }

    @Override
    public String toString() {
        return "Item" + attributes();
    }
}
