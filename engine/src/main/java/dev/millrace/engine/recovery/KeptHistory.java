package dev.millrace.engine.recovery;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.HistoryHold;
import dev.millrace.engine.catalog.LeftoverRange;
import dev.millrace.engine.catalog.PointInTimeRecovery;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableHistory;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.history.Buckets;
import dev.millrace.engine.keyspace.HistoryKeys;

import org.jspecify.annotations.Nullable;

/// Begins the histories of tables when somebody wants them, and ends them when nobody does. Each
/// method changes the table's row and returns the table as it then is.
public final class KeptHistory {
    private KeptHistory() {}

    /// Keeps a table's history from the hold's position on, which is that of this commit or one
    /// that is kept anyway.
    public static Table hold(CatalogEvaluation catalog, Table table, HistoryHold hold) {
        return put(catalog, table, history(catalog, table).with(hold));
    }

    /// Lets go of what was held for the work of this kind and number.
    public static Table release(
            CatalogEvaluation catalog, Table table, HistoryHold.Kind kind, int number) {
        return put(catalog, table, history(catalog, table).without(kind, number));
    }

    /// Switches point-in-time recovery on, or off with null.
    public static Table recover(
            CatalogEvaluation catalog, Table table, @Nullable PointInTimeRecovery recovery) {
        return put(catalog, table, history(catalog, table).withRecovery(recovery));
    }

    /// Drops the buckets before `bucket`.
    static void trim(CatalogEvaluation catalog, Table table, TableHistory history, int bucket) {
        leave(
                catalog,
                LeftoverRange.ofHistory(
                        HistoryKeys.buckets(
                                table.id(), history.begin(), history.firstBucket(), bucket)));
        put(catalog, table, history.withFirstBucket(bucket));
    }

    /// Ends the history of a table that goes.
    public static void end(CatalogEvaluation catalog, Table table) {
        TableHistory history = table.past().history();
        if (history != null) {
            leave(catalog, LeftoverRange.ofHistory(HistoryKeys.of(table.id(), history.begin())));
        }
    }

    private static TableHistory history(CatalogEvaluation catalog, Table table) {
        TableHistory history = table.past().history();
        long position = catalog.position();
        return history == null ? TableHistory.begin(position, Buckets.of(position)) : history;
    }

    private static Table put(CatalogEvaluation catalog, Table table, TableHistory next) {
        if (!next.isWanted()) {
            end(catalog, table);
        }
        Table changed = table.withPast(table.past().withHistory(next.isWanted() ? next : null));
        catalog.change(new CatalogChange.PutTable(changed));
        return changed;
    }

    private static void leave(CatalogEvaluation catalog, LeftoverRange leftover) {
        catalog.change(new CatalogChange.PutLeftoverRange(leftover));
    }
}
