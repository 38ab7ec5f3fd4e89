package dev.millrace.engine.commit;

import dev.millrace.engine.backfill.BackfillStep;
import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The catalog as a command sees it, and the changes that it asks for.
public final class CatalogEvaluation {
    private CatalogState state;
    private final long position;
    private final List<CatalogChange> changes = new ArrayList<>();
    private @Nullable Chunk chunk;

    private record Chunk(Table table, BackfillStep step, List<Item> items) {}

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

    /// Lets a backfill deal with `items`, which are those that `step` passes as the command found
    /// them in the store. A command does this once at most.
    public void advance(Table table, BackfillStep step, List<Item> items) {
        chunk = new Chunk(table, step, items);
    }

    // What the command changed; null if it changed nothing.
    @Nullable Commit end() {
        if (chunk != null) {
            return new Commit.OfBackfill(
                    position, chunk.table(), chunk.step(), chunk.items(), changes);
        }
        return changes.isEmpty() ? null : new Commit.OfCatalog(position, changes);
    }
}
