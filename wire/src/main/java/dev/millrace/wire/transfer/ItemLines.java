package dev.millrace.wire.transfer;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.value.Decoded;
import dev.millrace.wire.value.ValueLayer;
import dev.millrace.wire.value.Values;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// The lines of files in DynamoDB JSON, each a JSON object: `{"Item":{…}}` in those of whole
/// tables, which can be imported again, and keys with images in those that tell of changes.
public final class ItemLines {
    private static final Member<Decoded<Item>> ITEM =
            Member.<Decoded<Item>>of("Item", Values::item).required();
    private static final Structure LINE = Structure.of("ImportedItem", ITEM);

    private ItemLines() {}

    /// Reads the item of a line.
    ///
    /// @throws dev.millrace.model.error.ApiException if there is none, or it is not valid
    public static Item decode(byte[] line) {
        return LINE.decode(new JsonInput(line, 0, line.length))
                .require(ITEM)
                .orThrow(ValueLayer.WRITE);
    }

    /// Writes an item as the whole of `output`.
    public static void write(Item item, JsonOutput output) {
        output.document(() -> output.item("Item", item));
    }

    /// Writes what has become of an item as the whole of `output`.
    ///
    /// @param micros when it was changed last, microseconds since 1970
    /// @param oldImage null for none, or if it is not wanted
    /// @param newImage null for none
    public static void write(
            long micros,
            Item keys,
            @Nullable Item oldImage,
            @Nullable Item newImage,
            JsonOutput output) {
        Item metadata =
                Item.of(
                        Map.of(
                                "WriteTimestampMicros",
                                new AttributeValue.N(Decimal.parse(Long.toString(micros)))));
        output.document(() -> {
            output.item("Metadata", metadata);
            output.item("Keys", keys);
            output.item("OldImage", oldImage);
            output.item("NewImage", newImage);
        });
    }
}
