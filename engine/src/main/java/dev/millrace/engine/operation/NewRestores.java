package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.catalog.RestoreSource;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TablePast;
import dev.millrace.engine.catalog.TableRestore;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.time.Instant;

/// Begins restores: puts the table into the catalog, where it stays CREATING until it is full.
final class NewRestores {
    /// The most tables that are being restored at a time, as on AWS.
    static final int RESTORES_MAX = 50;

    private final ResourceNames names;

    NewRestores(ResourceNames names) {
        this.names = names;
    }

    /// Refuses a name that a table has already.
    void requireFree(CatalogState state, String name) {
        state.table(name).ifPresent(this::refuse);
    }

    /// The planned table, born and about to be filled.
    Table begin(CatalogEvaluation catalog, Table planned, TableRestore restore) {
        requireRoom(catalog.state());
        Table table =
                planned.born(
                                catalog.state().counters().lastTableId() + 1,
                                Instant.ofEpochMilli(HybridClock.millis(catalog.position())))
                        .withPast(new TablePast(null, restore));
        catalog.change(new CatalogChange.PutTable(table));
        return table;
    }

    private void refuse(Table other) {
        TableRestore restore = other.past().restore();
        if (restore == null || restore.isImport()) {
            throw new ApiException(
                    ApiError.TABLE_ALREADY_EXISTS, "Table already exists: " + other.name());
        }
        String from =
                switch (restore.source()) {
                    case RestoreSource.OfBackup(_, String key) ->
                            " from backup: " + names.tableArn(key);
                    case RestoreSource.OfTable _, RestoreSource.OfImport _ -> "";
                };
        throw new ApiException(
                ApiError.TABLE_IN_USE,
                "Table: %s is already being restored%s".formatted(other.name(), from));
    }

    private static void requireRoom(CatalogState state) {
        long restoring = state.tables().stream().filter(NewRestores::isBeingRestored).count();
        if (restoring >= RESTORES_MAX) {
            throw new ApiException(
                    ApiError.LIMIT_EXCEEDED,
                    "Subscriber limit exceeded: Only %d restore operations can be done"
                                    .formatted(RESTORES_MAX)
                            + " simultaneously");
        }
    }

    private static boolean isBeingRestored(Table table) {
        TableRestore restore = table.past().restore();
        return restore != null && !restore.isImport();
    }
}
