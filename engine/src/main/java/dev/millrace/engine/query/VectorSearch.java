package dev.millrace.engine.query;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.EntryKey;
import dev.millrace.engine.index.VectorRow;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.LongConsumer;

/// The exact search of an index of vectors: every entry of a range of rows is scored, and the
/// nearest few are kept.
///
/// @param partition the value that the entries have where the index has a partition key; null if it
///   has none
/// @param filters for each attribute that a search may name the key bytes that entries must have
///   there, null for any or none
/// @param wanted what the vectors are to be near to; must not be changed
/// @param max the most entries to find
// The array is never changed, and searches are not compared.
@SuppressWarnings("ArrayRecordComponent")
public record VectorSearch(
        Table table,
        SecondaryIndex index,
        VectorSchema schema,
        @Nullable AttributeValue partition,
        List<byte @Nullable []> filters,
        float[] wanted,
        int max) {
    /// One entry that was found.
    ///
    /// @param item the projected attributes without the vector
    /// @param vector must not be changed
    // Entries that were found are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    public record Found(Item item, float[] vector, double score) {}

    /// The nearest entries, the nearest first; those that are equally near in the order of their
    /// rows.
    ///
    /// @param reserve is told how many bytes of rows are held, whenever that becomes more than ever
    public List<Found> run(Reader reader, LongConsumer reserve) {
        NearestVectors nearest = new NearestVectors(max);
        VectorDistance distance = new VectorDistance(schema.distance(), wanted);
        double sign = schema.distance().isLargerNearer() ? -1 : 1;
        float[] vector = new float[schema.dimensions()];
        long held = 0;
        try (Cursor rows = reader.scan(Keyspace.INDEX, range(), Direction.ASCENDING)) {
            while (rows.next()) {
                byte[] row = rows.value();
                int at = vectorAt(row);
                if (at >= 0) {
                    VectorRow.unpack(row, at, vector);
                    nearest.offer(sign * distance.score(vector), row, at);
                    if (nearest.bytes() > held) {
                        held = nearest.bytes();
                        reserve.accept(held);
                    }
                }
            }
        }
        return nearest.inOrder().stream().map(near -> found(near, sign)).toList();
    }

    private KeyRange range() {
        return partition == null
                ? Keyspace.entriesOf(table.id(), index.id())
                : KeyRange.prefix(
                        EntryKey.partition(table.id(), index.id(), List.of(partition))
                                .toByteArray());
    }

    private int vectorAt(byte[] row) {
        return VectorRow.vectorAt(row, filters.size(), schema.dimensions(), filters);
    }

    private Found found(NearestVectors.Near near, double sign) {
        float[] vector = new float[schema.dimensions()];
        VectorRow.unpack(near.row(), near.vectorAt(), vector);
        return new Found(
                VectorRow.itemOf(near.row(), near.vectorAt(), vector.length),
                vector,
                VectorDistance.told(sign * near.rank()));
    }
}
