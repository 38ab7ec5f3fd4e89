package dev.millrace.engine.index;

import static java.nio.ByteOrder.BIG_ENDIAN;

import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.model.value.Item;
import dev.millrace.store.tuple.TupleWriter;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;

/// The value of a row of an index of vectors: a byte of format, the values that searches may name,
/// the vector in packed floats, the projected item without the vector (docs/keyspace.md, "Family
/// index").
///
/// A search reads rows in place: it compares the filters and adds up the vector where they stand,
/// and takes the item out of the few that it answers.
public final class VectorRow {
    private static final byte FORMAT = 2;
    private static final VarHandle INTEGERS =
            MethodHandles.byteArrayViewVarHandle(int[].class, BIG_ENDIAN);

    private VectorRow() {}

    static byte[] encode(VectorPart part, Item item) {
        TupleWriter row = new TupleWriter().uint8(FORMAT);
        for (byte @Nullable [] filter : part.filters()) {
            if (filter == null) {
                row.uint32(0);
            } else {
                row.uint32(filter.length + 1L).raw(filter);
            }
        }
        float[] components = part.components();
        byte[] packed = new byte[components.length * Float.BYTES];
        for (int i = 0; i < components.length; i++) {
            INTEGERS.set(packed, i * Float.BYTES, Float.floatToRawIntBits(components[i]));
        }
        return row.raw(packed).raw(item.bytes()).toByteArray();
    }

    /// Where in the row the vector begins; negative if the row does not have the wanted values.
    ///
    /// @param filters how many values a row of the index has
    /// @param wanted key bytes for each of them, null where any value and none will do; null if
    ///   there are no such wishes
    /// @throws CorruptRowException if the row is none of such an index
    public static int vectorAt(
            byte[] row, int filters, int dimensions, @Nullable List<byte @Nullable []> wanted) {
        if (row.length == 0 || row[0] != FORMAT) {
            throw new CorruptRowException("vector row has no known format byte");
        }
        int at = 1;
        boolean matches = true;
        for (int i = 0; i < filters; i++) {
            int next = end(row, at);
            byte[] value = wanted == null ? null : wanted.get(i);
            matches &= value == null || isAt(row, at, next, value);
            at = next;
        }
        requireRoom(row, at, (long) dimensions * Float.BYTES);
        return matches ? at : -1;
    }

    /// The vector that begins at `at`, unpacked into `into`.
    public static void unpack(byte[] row, int at, float[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Float.intBitsToFloat((int) INTEGERS.get(row, at + i * Float.BYTES));
        }
    }

    /// The projected item of a row whose vector begins at `vectorAt`.
    public static Item itemOf(byte[] row, int vectorAt, int dimensions) {
        return Item.encoded(
                Arrays.copyOfRange(row, vectorAt + dimensions * Float.BYTES, row.length));
    }

    private static int end(byte[] row, int at) {
        requireRoom(row, at, Integer.BYTES);
        int lengthAndOne = (int) INTEGERS.get(row, at);
        if (lengthAndOne < 0) {
            throw new CorruptRowException("vector row has a length that is out of range");
        }
        int begin = at + Integer.BYTES;
        int length = Math.max(0, lengthAndOne - 1);
        requireRoom(row, begin, length);
        return begin + length;
    }

    private static boolean isAt(byte[] row, int at, int end, byte[] value) {
        return (int) INTEGERS.get(row, at) != 0
                && Arrays.equals(row, at + Integer.BYTES, end, value, 0, value.length);
    }

    private static void requireRoom(byte[] row, int at, long bytes) {
        if (row.length - at < bytes) {
            throw new CorruptRowException("vector row ends too early");
        }
    }
}
