package dev.millrace.model.table;

/// One element of a key schema as clients write it.
public record KeySchemaElement(String attributeName, KeyType keyType) {
    /// The role of a key attribute: partition key (HASH) or sort key (RANGE).
    public enum KeyType {
        HASH,
        RANGE
    }
}
