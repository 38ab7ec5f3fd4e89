package dev.millrace.model.key;

import java.util.List;
import java.util.stream.Stream;

/// The key of a secondary index.
///
/// @param partitionKeys one to four attributes that together place an entry
/// @param sortKeys none to four attributes that order the entries of one place, the first of them
///   first
public record IndexKeySchema(List<KeyAttribute> partitionKeys, List<KeyAttribute> sortKeys) {
    /// The most attributes of either kind.
    public static final int ATTRIBUTES_MAX = 4;

    /// The key of a table, in this form.
    public static IndexKeySchema of(KeySchema table) {
        KeyAttribute sortKey = table.sortKey();
        return new IndexKeySchema(
                List.of(table.partitionKey()), sortKey == null ? List.of() : List.of(sortKey));
    }

    /// The key attributes, those of the partition key first.
    public List<KeyAttribute> attributes() {
        return Stream.concat(partitionKeys.stream(), sortKeys.stream()).toList();
    }

    /// Whether the attribute with this name is part of the key.
    public boolean contains(String name) {
        return attributes().stream().anyMatch(attribute -> attribute.name().equals(name));
    }
}
