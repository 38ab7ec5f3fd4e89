package dev.millrace.engine.catalog;

import org.jspecify.annotations.Nullable;

/// What is kept of a table's past, and where the table itself comes from.
///
/// @param history null while none is kept
/// @param restore null unless the table is being restored
public record TablePast(@Nullable TableHistory history, @Nullable TableRestore restore) {
    /// A table without a past.
    public static final TablePast NONE = new TablePast(null, null);

    /// Whether the table still lacks items that it is restored from.
    public boolean isFilling() {
        return restore != null && !restore.isFull();
    }

    /// The same once the table has all its items.
    public TablePast full() {
        return new TablePast(history, restore == null ? null : restore.full());
    }

    /// The same once the table is restored.
    public TablePast restored() {
        return new TablePast(history, null);
    }

    /// The same with another history, null for none.
    public TablePast withHistory(@Nullable TableHistory next) {
        return new TablePast(next, restore);
    }
}
