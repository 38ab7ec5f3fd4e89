package dev.millrace.engine.insight;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.index.IndexEntries;
import dev.millrace.engine.index.IndexEntry;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.TableUnits;
import dev.millrace.engine.query.IndexTarget;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.model.insight.Insights;
import dev.millrace.model.insight.InsightsRule;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Who contributes most to the traffic of tables and global indexes that have insights on.
///
/// An access weighs the read units that it cost and three times the write units, as AWS's
/// `ConsumedThroughputUnits`; a throttled request counts once. Safe for many threads, which call
/// after the request that they carry out. Whoever calls has asked [#watches] first.
public final class Contributors {
    /// For how many minutes figures are kept, the one that runs among them.
    public static final int MINUTES_MAX = 60;

    /// Weights are whole numbers of these.
    public static final long THOUSANDTHS = 1_000;

    private static final int WRITE_FACTOR = 3;
    private static final long MINUTE_MILLIS = 60_000;

    private final Catalog catalog;
    private final InstantSource clock;
    private final Map<TargetKey, TargetFigures> figures = new ConcurrentHashMap<>();

    /// @param catalog tells which tables and indexes have insights on
    public Contributors(Catalog catalog, InstantSource clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    // Rules that are made anew begin with new figures. The index is null for the table itself.
    private record TargetKey(int tableId, @Nullable String index, long sinceMillis) {
        static TargetKey of(Table table, @Nullable String index, Insights insights) {
            return new TargetKey(table.id(), index, insights.since().toEpochMilli());
        }
    }

    /// Whether insights were ever switched on for the table or an index of it.
    public static boolean watches(Table table) {
        return !table.settings().insights().isNone();
    }

    /// Counts the read of one item, which need not be there.
    public void read(Table table, PrimaryKey key, double units) {
        access(table, key, Math.round(units * THOUSANDTHS));
    }

    /// Counts a page of rows, each by its share of the bytes.
    ///
    /// @param rows all that were looked at
    /// @param units those of the rows, and those of items that were fetched for them
    public void page(ReadTarget target, List<Item> rows, double units) {
        Insights insights = insights(target.table(), indexOf(target));
        if (insights == null || !insights.countsAccesses()) {
            return;
        }
        IndexKeySchema schema = schemaOf(target);
        TargetFigures counted = figures(target.table(), indexOf(target), insights);
        long minute = minute();
        long bytes = Math.max(1, rows.stream().mapToLong(Item::sizeBytes).sum());
        for (Item row : rows) {
            long weight = Math.round(units * THOUSANDTHS * row.sizeBytes() / bytes);
            counted.accessed(
                    ContributorKey.of(schema.partitionKeys(), row),
                    ContributorKey.of(schema.sortKeys(), row),
                    weight,
                    minute);
        }
    }

    /// Counts a write, with the table and with every index that it reaches.
    public void wrote(
            Table table,
            PrimaryKey key,
            @Nullable Item before,
            @Nullable Item after,
            TableUnits units) {
        double local = units.indexes().local().values().stream().mapToDouble(each -> each).sum();
        access(table, key, written(units.items() + local));
        for (SecondaryIndex index : table.indexes().maintained()) {
            Insights insights = insights(table, index.name());
            if (insights != null && insights.countsAccesses()) {
                entry(table, index, insights, before, after);
            }
        }
    }

    /// Counts a write that found that it must not be made.
    ///
    /// @param present what was there
    public void refused(Table table, PrimaryKey key, @Nullable Item present) {
        access(table, key, written(CapacityUnits.ofWrite(present, null)));
    }

    /// Counts a throttled request about one item of a table.
    public void throttled(Table table, PrimaryKey key) {
        Insights insights = insights(table, null);
        if (insights != null && insights.isOn()) {
            figures(table, null, insights)
                    .throttled(List.of(ContributorKey.text(key.partition())), sort(key), minute());
        }
    }

    /// Counts a throttled query.
    public void throttled(ReadTarget target, List<AttributeValue> partition) {
        Insights insights = insights(target.table(), indexOf(target));
        if (insights != null && insights.isOn()) {
            figures(target.table(), indexOf(target), insights)
                    .throttled(ContributorKey.of(partition), null, minute());
        }
    }

    /// The figures of one rule for the last minutes, the one that runs among them.
    ///
    /// @param index null for the table itself
    /// @param minutes at most [#MINUTES_MAX]
    /// @param most how many contributors to list
    /// @return nothing if there is no such rule
    public Optional<ContributorReport> report(
            Table table, @Nullable String index, InsightsRule rule, int minutes, int most) {
        Insights insights = insights(table, index);
        if (insights == null
                || !insights.isOn()
                || !insights.rules(hasSortKey(table, index)).contains(rule)) {
            return Optional.empty();
        }
        long now = minute();
        TargetFigures known = figures.get(TargetKey.of(table, index, insights));
        return Optional.of(
                known == null
                        ? ContributorReport.NOTHING
                        : known.of(rule).report(now - minutes + 1, now, most));
    }

    /// Whether a table, or an index of it, has a sort key.
    ///
    /// @param index null for the table itself
    public static boolean hasSortKey(Table table, @Nullable String index) {
        return index == null
                ? table.keySchema().sortKey() != null
                : table.indexes()
                        .named(index)
                        .map(each -> !each.keySchema().sortKeys().isEmpty())
                        .orElse(false);
    }

    private void access(Table table, PrimaryKey key, long weight) {
        Insights insights = insights(table, null);
        if (insights != null && insights.countsAccesses()) {
            List<String> partition = List.of(ContributorKey.text(key.partition()));
            figures(table, null, insights).accessed(partition, sort(key), weight, minute());
        }
    }

    // What moves from one place to another is an access at both.
    private void entry(
            Table table,
            SecondaryIndex index,
            Insights insights,
            @Nullable Item before,
            @Nullable Item after) {
        IndexEntry from = before == null ? null : IndexEntries.of(table, index, before);
        IndexEntry to = after == null ? null : IndexEntries.of(table, index, after);
        if (from != null && from.equals(to)) {
            return;
        }
        if (from != null && (to == null || !from.isAtPlaceOf(to))) {
            entry(table, index, insights, from, from.item().sizeBytes());
        }
        if (to != null) {
            int old = from != null && from.isAtPlaceOf(to) ? from.item().sizeBytes() : 0;
            entry(table, index, insights, to, Math.max(old, to.item().sizeBytes()));
        }
    }

    private void entry(
            Table table, SecondaryIndex index, Insights insights, IndexEntry entry, int bytes) {
        IndexKeySchema schema = index.keySchema();
        figures(table, index.name(), insights)
                .accessed(
                        ContributorKey.of(schema.partitionKeys(), entry.item()),
                        ContributorKey.of(schema.sortKeys(), entry.item()),
                        written(CapacityUnits.ofWrite(bytes)),
                        minute());
    }

    private static long written(double units) {
        return Math.round(WRITE_FACTOR * units * THOUSANDTHS);
    }

    private static List<String> sort(PrimaryKey key) {
        return key.sort() == null ? List.of() : List.of(ContributorKey.text(key.sort()));
    }

    // A local index belongs to its table.
    private static @Nullable String indexOf(ReadTarget target) {
        return target instanceof IndexTarget(_, var index) && index.kind() == IndexKind.GLOBAL
                ? index.name()
                : null;
    }

    private static IndexKeySchema schemaOf(ReadTarget target) {
        return indexOf(target) == null
                ? IndexKeySchema.of(target.table().keySchema())
                : target.keySchema();
    }

    private static @Nullable Insights insights(Table table, @Nullable String index) {
        return table.settings().insights().of(index);
    }

    private TargetFigures figures(Table table, @Nullable String index, Insights insights) {
        TargetKey key = TargetKey.of(table, index, insights);
        TargetFigures known = figures.get(key);
        return known == null ? newFigures(key) : known;
    }

    // Forgets what has gone or was switched off, so that there are never many more than rules.
    private TargetFigures newFigures(TargetKey key) {
        figures.keySet().removeIf(old -> !isCurrent(old));
        return figures.computeIfAbsent(key, _ -> new TargetFigures());
    }

    private boolean isCurrent(TargetKey key) {
        return catalog.state().tables().stream()
                .filter(table -> table.id() == key.tableId())
                .map(table -> insights(table, key.index()))
                .anyMatch(insights ->
                        insights != null
                                && insights.isOn()
                                && insights.since().toEpochMilli() == key.sinceMillis());
    }

    private long minute() {
        return clock.millis() / MINUTE_MILLIS;
    }
}
