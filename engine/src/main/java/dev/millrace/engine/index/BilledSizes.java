package dev.millrace.engine.index;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/// What a write of an item costs its table: a vector that an index takes counts four bytes a
/// component, whatever its numbers would count (capture of a public suite, 9 October 2026). Reads
/// and the bound of items count the numbers.
public final class BilledSizes {
    private BilledSizes() {}

    /// The write units of putting `after` in the place of `before`, either of them null for none.
    public static double writeUnits(Table table, @Nullable Item before, @Nullable Item after) {
        for (SecondaryIndex index : table.indexes().all()) {
            if (index.vector() != null) {
                return CapacityUnits.ofWrite(Math.max(size(table, before), size(table, after)));
            }
        }
        return CapacityUnits.ofWrite(before, after);
    }

    private static long size(Table table, @Nullable Item item) {
        if (item == null) {
            return 0;
        }
        long size = item.sizeBytes();
        Set<String> seen = new HashSet<>();
        for (SecondaryIndex index : table.indexes().all()) {
            VectorSchema vector = index.vector();
            if (vector != null && seen.add(vector.attribute())) {
                size -= saved(vector, item.get(vector.attribute()));
            }
        }
        return size;
    }

    private static long saved(VectorSchema vector, @Nullable AttributeValue value) {
        return value instanceof AttributeValue.L(var elements)
                        && elements.size() == vector.dimensions()
                ? Item.sizeBytes(value) - (long) vector.dimensions() * Float.BYTES
                : 0;
    }
}
