package dev.millrace.engine.item;

import dev.millrace.engine.catalog.Table;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// How hard each partition is written to, and which of them are too hot.
///
/// The applier alone counts, by the time of the log; counting allocates nothing but what a table
/// needs once. A partition that is written to again and again within one measuring time is reported
/// once; anybody may take the reports.
public final class WriteHeat {
    /// The most reports that wait; a partition that finds no room is reported again if it stays
    /// hot.
    public static final int REPORTS_MAX = 1_024;

    private final long unitsMax;
    private final long measureMillis;
    private final BlockingQueue<WantedSplit> reports = new ArrayBlockingQueue<>(REPORTS_MAX);
    private @Nullable TableHeat[] tables = new @Nullable TableHeat[16];

    /// Heat above `unitsPerSecond` write capacity units a second over the time `measured`.
    public WriteHeat(long unitsPerSecond, Duration measured) {
        this.measureMillis = measured.toMillis();
        this.unitsMax = (long) (unitsPerSecond * (measureMillis / 1_000.0));
    }

    /// Counts one change.
    ///
    /// @param millis the time of the log
    public void count(ItemChange change, long millis) {
        Table table = change.table();
        TableHeat heat = heatOf(table);
        long units = (long) CapacityUnits.ofWrite(change.before(), change.after());
        Long boundary = heat.count(change.rowKey().hash(), units, millis);
        if (boundary != null) {
            reports.offer(new WantedSplit(table.id(), heat.firstHashBefore(boundary), boundary));
        }
    }

    /// Forgets a table.
    public void remove(int tableId) {
        if (tableId < tables.length) {
            tables[tableId] = null;
        }
    }

    /// Whether a report waits.
    public boolean hasReports() {
        return !reports.isEmpty();
    }

    /// Takes the reports that wait.
    public List<WantedSplit> takeReports() {
        List<WantedSplit> taken = new ArrayList<>();
        reports.drainTo(taken);
        return taken;
    }

    // Ids of tables are small numbers given out in turn, so an array finds them without any object.
    private TableHeat heatOf(Table table) {
        if (table.id() >= tables.length) {
            tables = Arrays.copyOf(tables, Math.max(table.id() + 1, tables.length * 2));
        }
        TableHeat heat = tables[table.id()];
        if (heat == null || heat.isOutdated(table)) {
            heat = new TableHeat(table.partitions(), unitsMax, measureMillis);
            tables[table.id()] = heat;
        }
        return heat;
    }
}
