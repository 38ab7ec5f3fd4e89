package dev.millrace.model.table;

/// One attribute of a vector index that searches may name, as clients ask for it.
public record SearchSchemaElement(String attributeName, Type type) {
    /// What a search does with the attribute.
    public enum Type {
        /// Every search names one value, and sees the entries that have it.
        HASH,
        /// A search may name a value, and then passes over entries that do not have it.
        INLINE_FILTER
    }
}
