package dev.millrace.engine.document;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.value.Binary;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Reader;
import dev.millrace.store.WriteBatch;

import java.util.ArrayList;
import java.util.List;

/// The rows of documents: one each, named by kind and key.
public final class Documents {
    private final Reader store;

    /// Reads from `store`.
    public Documents(Reader store) {
        this.store = store;
    }

    /// The documents of a kind whose keys begin with `keyPrefix`, ascending by key.
    public List<Document> list(String kind, String keyPrefix) {
        List<Document> all = new ArrayList<>();
        try (Cursor cursor =
                store.scan(
                        Keyspace.META, Keyspace.documents(kind, keyPrefix), Direction.ASCENDING)) {
            while (cursor.next()) {
                String key = Keyspace.documentNameOf(cursor.key());
                all.add(new Document(kind, key, Binary.of(cursor.value())));
            }
        }
        return all;
    }

    /// Adds what the changes make of the rows to `batch`.
    public static void write(List<DocumentChange> changes, WriteBatch batch) {
        changes.forEach(change -> write(change, batch));
    }

    private static void write(DocumentChange change, WriteBatch batch) {
        byte[] key = Keyspace.documentKey(change.kind(), change.key());
        Binary content = change.content();
        if (content == null) {
            batch.delete(Keyspace.META, key);
        } else {
            batch.put(Keyspace.META, key, content.bytes());
        }
    }
}
