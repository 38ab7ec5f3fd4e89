package dev.millrace.transfer.export;

import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.transfer.ItemLines;

import org.jspecify.annotations.Nullable;

/// A line of DynamoDB JSON.
final class JsonLine implements LineFormat {
    private final JsonOutput output = new JsonOutput();

    @Override
    public void write(Item item) {
        ItemLines.write(item, output);
    }

    @Override
    public void write(long micros, Item keys, @Nullable Item oldImage, @Nullable Item newImage) {
        ItemLines.write(micros, keys, oldImage, newImage, output);
    }

    @Override
    public byte[] array() {
        return output.array();
    }

    @Override
    public int length() {
        return output.length();
    }
}
