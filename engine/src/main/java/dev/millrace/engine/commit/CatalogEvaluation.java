package dev.millrace.engine.commit;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The catalog as a command sees it, and the changes that it asks for.
public final class CatalogEvaluation {
    private CatalogState state;
    private final long position;
    private final List<CatalogChange> changes = new ArrayList<>();

    CatalogEvaluation(CatalogState state, long position) {
        this.state = state;
        this.position = position;
    }

    /// The catalog, with what the command itself has changed so far.
    public CatalogState state() {
        return state;
    }

    /// The position of this commit in the log, which also is its moment.
    public long position() {
        return position;
    }

    /// Changes the catalog.
    public void change(CatalogChange change) {
        changes.add(change);
        state = state.with(List.of(change));
    }

    // What the command changed; null if it changed nothing.
    @Nullable Commit end() {
        return changes.isEmpty() ? null : new Commit.OfCatalog(position, changes);
    }
}
