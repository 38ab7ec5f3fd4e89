package dev.millrace.fuzz;

import dev.millrace.engine.index.VectorRow;
import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.model.value.CorruptItemException;

import java.util.Arrays;
import java.util.List;

/// Rows of indexes of vectors as a damaged disk might return them.
public final class VectorRows {
    private static final int DIMENSIONS = 3;
    private static final List<byte[]> WANTED = List.of(new byte[] {'a'}, new byte[0]);

    private VectorRows() {}

    /// Reads a row as a search does; whatever its bytes, it is a vector with an item or corrupt.
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            VectorRow.vectorAt(data, WANTED.size(), DIMENSIONS, Arrays.asList(null, WANTED.get(1)));
            VectorRow.vectorAt(data, WANTED.size(), DIMENSIONS, Arrays.asList(WANTED.get(0), null));
            int at = VectorRow.vectorAt(data, WANTED.size(), DIMENSIONS, null);
            VectorRow.unpack(data, at, new float[DIMENSIONS]);
            VectorRow.itemOf(data, at, DIMENSIONS).attributes();
        } catch (CorruptRowException | CorruptItemException expected) {
            Promises.hasText(expected);
        }
    }
}
