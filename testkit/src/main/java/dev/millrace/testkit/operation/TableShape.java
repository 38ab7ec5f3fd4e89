package dev.millrace.testkit.operation;

import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;

import java.util.List;

/// A table that the generator uses: its name, which always goes with the same key.
///
/// Together the shapes have every key type in both roles, and key names that are reserved words.
record TableShape(String name, KeySchema keySchema) {
    static final List<TableShape> ALL =
            List.of(
                    new TableShape("users", new KeySchema(key("pk1", ScalarType.S), null)),
                    new TableShape(
                            "events",
                            new KeySchema(key("pk1", ScalarType.S), key("sk1", ScalarType.N))),
                    new TableShape(
                            "words",
                            new KeySchema(key("key", ScalarType.B), key("range", ScalarType.S))),
                    new TableShape(
                            "blobs",
                            new KeySchema(key("id1", ScalarType.N), key("at.b", ScalarType.B))));

    private static KeyAttribute key(String name, ScalarType type) {
        return new KeyAttribute(name, type);
    }
}
