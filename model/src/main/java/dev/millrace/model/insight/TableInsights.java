package dev.millrace.model.insight;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The contributor insights of a table and of its global indexes.
///
/// @param ofTable null if they were never switched on
/// @param ofIndexes by the name of the index; of those for which they were ever switched on
public record TableInsights(@Nullable Insights ofTable, Map<String, Insights> ofIndexes) {
    /// Nothing was ever switched on.
    public static final TableInsights NONE = new TableInsights(null, Map.of());

    /// Whether there is nothing, as for nearly every table.
    public boolean isNone() {
        return ofTable == null && ofIndexes.isEmpty();
    }

    /// Those of the table for null, else of the index with this name; null if they were never
    /// switched on.
    public @Nullable Insights of(@Nullable String indexName) {
        return indexName == null ? ofTable : ofIndexes.get(indexName);
    }

    /// These, with those of the table (for null) or of an index replaced.
    public TableInsights with(@Nullable String indexName, Insights insights) {
        if (indexName == null) {
            return new TableInsights(insights, ofIndexes);
        }
        NavigableMap<String, Insights> next = new TreeMap<>(ofIndexes);
        next.put(indexName, insights);
        return new TableInsights(ofTable, next);
    }

    /// These without those of an index.
    public TableInsights without(String indexName) {
        if (!ofIndexes.containsKey(indexName)) {
            return this;
        }
        NavigableMap<String, Insights> next = new TreeMap<>(ofIndexes);
        next.remove(indexName);
        return new TableInsights(ofTable, next);
    }
}
