package dev.millrace.engine.index;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.model.response.IndexUnits;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a change of an item costs on the indexes of its table (dynamodb-api reference, section
/// 6.2): nothing where the entry stays as it is, otherwise the larger of the entries before and
/// after, and both of them where the entry moves.
public final class IndexWriteUnits {
    private static final int VECTOR_BYTES_MIN = 1_024;

    private IndexWriteUnits() {}

    /// The units of putting `after` in the place of `before`, either of them null for none.
    public static IndexUnits of(Table table, @Nullable Item before, @Nullable Item after) {
        if (table.indexes().all().isEmpty()) {
            return IndexUnits.NONE;
        }
        Map<String, Double> local = new LinkedHashMap<>();
        Map<String, Double> global = new LinkedHashMap<>();
        Map<String, Double> vectorBytes = new LinkedHashMap<>();
        for (SecondaryIndex index : table.indexes().maintained()) {
            double units = of(entry(table, index, before), entry(table, index, after));
            if (units > 0) {
                switch (index.kind()) {
                    case LOCAL -> local.put(index.name(), units);
                    case GLOBAL -> global.put(index.name(), units);
                    case VECTOR -> vectorBytes.put(index.name(), units);
                }
            }
        }
        return new IndexUnits(local, global, vectorBytes);
    }

    private static double of(@Nullable IndexEntry before, @Nullable IndexEntry after) {
        if (before == null || after == null) {
            return units(before) + units(after);
        }
        if (before.equals(after)) {
            return 0;
        }
        return before.isAtPlaceOf(after)
                ? Math.max(units(before), units(after))
                : units(before) + units(after);
    }

    private static double units(@Nullable IndexEntry entry) {
        if (entry == null) {
            return 0;
        }
        return entry.vector() == null
                ? CapacityUnits.ofWrite(entry.sizeBytes())
                : Math.max(VECTOR_BYTES_MIN, entry.sizeBytes());
    }

    private static @Nullable IndexEntry entry(
            Table table, SecondaryIndex index, @Nullable Item item) {
        return item == null ? null : IndexEntries.of(table, index, item);
    }
}
