package dev.millrace.wire.transfer;

import dev.millrace.model.request.ConditionalPut;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.value.Decoded;
import dev.millrace.wire.value.ValueLayer;
import dev.millrace.wire.value.Values;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// The lines that a bulk operation reads and those that it reports, in DynamoDB JSON. A line has an
/// item, and may have a condition with its placeholders, under the names that PutItem has for them.
public final class BulkLines {
    private static final Member<Decoded<Item>> ITEM =
            Member.<Decoded<Item>>of("Item", Values::item).required();
    private static final Member<String> CONDITION = Member.text("ConditionExpression");
    private static final Member<Map<String, String>> NAMES =
            Member.map("ExpressionAttributeNames", "AttributeName", JsonInput::text);
    private static final Member<Decoded<Map<String, AttributeValue>>> VALUES =
            Member.of("ExpressionAttributeValues", Values::placeholders);
    private static final Structure LINE = Structure.of("BulkItem", ITEM, CONDITION, NAMES, VALUES);

    private BulkLines() {}

    /// Reads a line.
    ///
    /// @throws dev.millrace.model.error.ApiException if it has no item, or what it has is not valid
    public static ConditionalPut decode(byte[] line) {
        Fields fields = LINE.decode(new JsonInput(line, 0, line.length));
        return new ConditionalPut(
                fields.require(ITEM).orThrow(ValueLayer.WRITE),
                fields.get(CONDITION),
                placeholders(fields));
    }

    private static ExpressionAttributes placeholders(Fields fields) {
        Decoded<Map<String, AttributeValue>> values = fields.get(VALUES);
        return values == null
                ? new ExpressionAttributes(fields.get(NAMES), null)
                : new ExpressionAttributes(
                        fields.get(NAMES), values.values(), values.fault(ValueLayer.WRITE));
    }

    /// Writes what became of a record as the whole of `output`.
    ///
    /// @param refused where the record is, and why it was refused
    /// @param item that was to be put; null if the record has none
    /// @param existing what is in its place; null for nothing
    public static void write(
            Refused refused, @Nullable Item item, @Nullable Item existing, JsonOutput output) {
        output.document(() -> {
            output.text("outputType", refused.type());
            output.startObject("itemS3Pointer");
            output.text("bucket", refused.bucket());
            output.text("key", refused.key());
            output.whole("itemIndex", refused.index());
            output.endObject();
            output.startArray("errorMessages");
            output.text(refused.message());
            output.endArray();
            output.item("item", item);
            output.item("existingItem", existing);
        });
    }

    /// A record that was refused.
    ///
    /// @param type as in the request
    /// @param index its place in the object, from 0
    public record Refused(String type, String bucket, String key, long index, String message) {}
}
