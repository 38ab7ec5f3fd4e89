package dev.millrace.testkit.operation;

import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.table.VectorDistanceFunction;

import java.util.List;

/// A table that the generator uses: its name, which always goes with the same key and the same
/// indexes.
///
/// Together the shapes have every key type in both roles, key names that are reserved words, local
/// and global indexes of every projection, indexes of vectors of every distance, and a table
/// without any.
record TableShape(
        String name, KeySchema keySchema, List<IndexShape> indexes, List<VectorShape> vectors) {
    private static final KeyAttribute N1 = key("n1", ScalarType.N);
    private static final KeyAttribute N2 = key("n2", ScalarType.N);
    private static final KeyAttribute S1 = key("s1", ScalarType.S);
    private static final KeyAttribute B1 = key("b1", ScalarType.B);
    private static final KeyAttribute PK1 = key("pk1", ScalarType.S);
    private static final KeyAttribute KEY = key("key", ScalarType.B);

    static final List<TableShape> ALL =
            List.of(
                    new TableShape(
                            "users",
                            new KeySchema(PK1, null),
                            List.of(
                                    global("by-s1", keysOnly(), List.of(S1)),
                                    global("by-n1", IndexProjection.ALL, List.of(N1), N2))),
                    new TableShape(
                            "events",
                            new KeySchema(PK1, key("sk1", ScalarType.N)),
                            List.of(
                                    local("by-count", keysOnly(), PK1, key("count", ScalarType.N)),
                                    local("by-b1", including("m1", "s1"), PK1, B1),
                                    global("by-two", including("l1"), List.of(S1, B1), N1, N2))),
                    new TableShape(
                            "words",
                            new KeySchema(KEY, key("range", ScalarType.S)),
                            List.of(
                                    local("by-n1", IndexProjection.ALL, KEY, N1),
                                    global(
                                            "by-a.b",
                                            keysOnly(),
                                            List.of(key("a.b", ScalarType.S)),
                                            KEY))),
                    new TableShape(
                            "blobs",
                            new KeySchema(key("id1", ScalarType.N), key("at.b", ScalarType.B)),
                            List.of()),
                    new TableShape(
                            "points",
                            new KeySchema(PK1, null),
                            List.of(),
                            List.of(
                                    vectors("angle", VectorDistanceFunction.COSINE),
                                    vectors("line", VectorDistanceFunction.EUCLIDEAN),
                                    vectors("product", VectorDistanceFunction.DOT_PRODUCT))));

    TableShape(String name, KeySchema keySchema, List<IndexShape> indexes) {
        this(name, keySchema, indexes, List.of());
    }

    private static VectorShape vectors(String name, VectorDistanceFunction distance) {
        return new VectorShape(
                name,
                "vector",
                2,
                distance,
                key("tenant", ScalarType.N),
                key("year", ScalarType.N));
    }

    private static KeyAttribute key(String name, ScalarType type) {
        return new KeyAttribute(name, type);
    }

    private static IndexShape local(
            String name, IndexProjection projection, KeyAttribute partition, KeyAttribute sort) {
        return new IndexShape(
                IndexKind.LOCAL,
                name,
                new IndexKeySchema(List.of(partition), List.of(sort)),
                projection);
    }

    private static IndexShape global(
            String name,
            IndexProjection projection,
            List<KeyAttribute> partition,
            KeyAttribute... sort) {
        return new IndexShape(
                IndexKind.GLOBAL, name, new IndexKeySchema(partition, List.of(sort)), projection);
    }

    private static IndexProjection keysOnly() {
        return new IndexProjection(ProjectionType.KEYS_ONLY, null);
    }

    private static IndexProjection including(String... names) {
        return new IndexProjection(ProjectionType.INCLUDE, List.of(names));
    }
}
