package dev.millrace.engine.catalog;

import dev.millrace.model.error.ApiException;

import java.util.List;

/// The picture of all tables and streams that the last applied commit left. Many threads read it,
/// the applier alone changes it.
public final class Catalog {
    private volatile CatalogState state;

    /// A catalog that begins with `state`.
    public Catalog(CatalogState state) {
        this.state = state;
    }

    /// The picture as it is now.
    public CatalogState state() {
        return state;
    }

    /// The table with this name, ready for its items to be read and written.
    ///
    /// @throws ApiException if there is none, or it is being created or deleted
    public Table requireUsable(String name) {
        return requireUsable(state, name);
    }

    /// The table with this name in the picture `state`, ready for its items to be read and written.
    ///
    /// @throws ApiException if there is none, or it is being created or deleted
    public static Table requireUsable(CatalogState state, String name) {
        return state.table(name).filter(Catalog::isUsable).orElseThrow(ApiException::tableNotFound);
    }

    /// Replaces the picture by the one after `changes`; for the applier alone.
    public void apply(List<CatalogChange> changes) {
        state = state.with(changes);
    }

    /// Whether the items of a table can be read and written.
    public static boolean isUsable(Table table) {
        return switch (table.status()) {
            case ACTIVE, UPDATING -> true;
            case CREATING, DELETING -> false;
        };
    }
}
