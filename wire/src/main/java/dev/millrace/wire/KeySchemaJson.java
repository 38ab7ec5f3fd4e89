package dev.millrace.wire;

import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;

/// Writes the key schema of a table, which tables and streams both show, or of an index.
public final class KeySchemaJson {
    private KeySchemaJson() {}

    /// Writes the member `KeySchema`, the partition key first.
    public static void write(KeySchema schema, JsonOutput output) {
        output.startArray("KeySchema");
        writeElement(schema.partitionKey(), "HASH", output);
        KeyAttribute sortKey = schema.sortKey();
        if (sortKey != null) {
            writeElement(sortKey, "RANGE", output);
        }
        output.endArray();
    }

    /// Writes the member `KeySchema` of an index, the attributes of the partition key first.
    public static void write(IndexKeySchema schema, JsonOutput output) {
        output.startArray("KeySchema");
        schema.partitionKeys().forEach(each -> writeElement(each, "HASH", output));
        schema.sortKeys().forEach(each -> writeElement(each, "RANGE", output));
        output.endArray();
    }

    private static void writeElement(KeyAttribute attribute, String keyType, JsonOutput output) {
        output.startObject();
        output.text("AttributeName", attribute.name());
        output.text("KeyType", keyType);
        output.endObject();
    }
}
