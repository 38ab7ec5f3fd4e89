package dev.millrace.model.document;

import dev.millrace.model.value.Binary;

import org.jspecify.annotations.Nullable;

/// What is to become of the document with a name.
///
/// @param content its content from now on, or null if there is to be none
public record DocumentChange(String kind, String key, @Nullable Binary content) {
    /// Makes `content` the content of the document.
    public static DocumentChange put(String kind, String key, byte[] content) {
        return new DocumentChange(kind, key, Binary.of(content));
    }

    /// Removes the document, if there is one.
    public static DocumentChange remove(String kind, String key) {
        return new DocumentChange(kind, key, null);
    }
}
