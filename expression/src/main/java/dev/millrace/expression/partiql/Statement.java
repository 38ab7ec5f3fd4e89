package dev.millrace.expression.partiql;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A whole statement as written.
public sealed interface Statement extends Term {
    /// `SELECT … FROM … WHERE … ORDER BY …`
    ///
    /// @param columns empty for all attributes
    record Select(
            Place place,
            List<Column> columns,
            Source source,
            @Nullable Term where,
            List<Order> order)
            implements Statement {}

    /// `INSERT INTO … VALUE …`
    record Insert(Place place, Source source, Term item) implements Statement {}

    /// `UPDATE … SET … REMOVE … WHERE … RETURNING …`, also with the table and the condition first.
    record Update(
            Place place,
            Source source,
            List<Change> changes,
            @Nullable Term where,
            @Nullable Returning returning)
            implements Statement {}

    /// `DELETE FROM … WHERE … RETURNING …`
    record Delete(Place place, Source source, @Nullable Term where, @Nullable Returning returning)
            implements Statement {}

    /// What a statement reads from or writes to.
    ///
    /// @param path a table, or a table and an index of it
    /// @param aliased whether it is given another name
    record Source(Path path, boolean aliased) {}

    /// What a SELECT asks for.
    ///
    /// @param aliased whether it is given another name
    record Column(Term term, boolean aliased) {}

    /// What a SELECT is to be ordered by.
    record Order(Term term, boolean descending) {}

    /// One change of an UPDATE.
    sealed interface Change {
        /// Where it is made.
        Path target();

        /// `SET target = value`
        record Assign(Path target, Term value) implements Change {}

        /// `REMOVE target`
        record Remove(Path target) implements Change {}
    }

    /// What a write is to answer.
    enum Returning {
        ALL_OLD,
        ALL_NEW,
        MODIFIED_OLD,
        MODIFIED_NEW;

        /// The clause as it is written.
        public String clause() {
            return "RETURNING " + name().replace('_', ' ') + " *";
        }
    }
}
