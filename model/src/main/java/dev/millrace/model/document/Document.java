package dev.millrace.model.document;

import dev.millrace.model.value.Binary;

/// A byte string with a name, kept beside the tables.
///
/// @param kind what it is about; documents are listed by kind
/// @param key its name, unique in its kind
/// @param content what its owner wrote, up to [#CONTENT_BYTES_MAX]
public record Document(String kind, String key, Binary content) {
    /// The most bytes in one document.
    public static final int CONTENT_BYTES_MAX = 4 << 20;
}
