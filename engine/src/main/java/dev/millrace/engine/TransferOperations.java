package dev.millrace.engine;

import dev.millrace.engine.operation.BeginExport;
import dev.millrace.engine.operation.BeginImport;
import dev.millrace.engine.operation.EndExport;
import dev.millrace.engine.operation.EndImport;
import dev.millrace.engine.operation.ImportItems;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.ReadPast;
import dev.millrace.engine.operation.TableAccess;
import dev.millrace.store.Store;

import java.util.function.Supplier;

/// What exports and imports ask of the engine, and clients cannot.
public final class TransferOperations {
    private final TableAccess tables;
    private final Supplier<String> uuids;
    private final Store store;

    TransferOperations(Store store, TableAccess tables, Supplier<String> uuids) {
        this.store = store;
        this.tables = tables;
        this.uuids = uuids;
    }

    /// Creates the table of an import.
    public Operation<BeginImport.Request, BeginImport.Response> beginImport() {
        return new BeginImport(tables, uuids);
    }

    /// Puts items into it.
    public Operation<ImportItems.Request, ImportItems.Response> importItems() {
        return new ImportItems(tables.sequencer());
    }

    /// Makes it ACTIVE, or lets it go.
    public Operation<EndImport.Request, EndImport.Response> endImport() {
        return new EndImport(tables);
    }

    /// Chooses what an export reads.
    public Operation<BeginExport.Request, BeginExport.Response> beginExport() {
        return new BeginExport(tables);
    }

    /// Reads a piece of it.
    public Operation<ReadPast.Request, ReadPast.Response> readPast() {
        return new ReadPast(tables.catalog(), store);
    }

    /// Lets go of what is kept for exports that have ended.
    public Operation<EndExport.Request, EndExport.Response> endExport() {
        return new EndExport(tables);
    }
}
