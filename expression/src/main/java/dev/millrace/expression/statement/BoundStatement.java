package dev.millrace.expression.statement;

import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.partiql.Statement.Returning;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A statement with its parameters, of which no table has been looked at yet.
public sealed interface BoundStatement {
    /// What it reads from or writes to.
    Relation relation();

    /// Whether it only reads, outside of transactions that write.
    default boolean isRead() {
        return this instanceof Select;
    }

    /// Reads items.
    ///
    /// @param columns null for whole items
    /// @param columnFault what is wrong with the columns, which AWS tells when it knows the index;
    ///   null if nothing is
    /// @param where null for all items
    record Select(
            Relation relation,
            @Nullable Columns columns,
            @Nullable String columnFault,
            @Nullable Predicate where,
            List<SortTerm> order)
            implements BoundStatement {}

    /// Has a transaction fail unless there is an item that meets the condition.
    record Exists(Select select) implements BoundStatement {
        @Override
        public Relation relation() {
            return select.relation();
        }
    }

    /// Writes an item that must not exist.
    record Insert(Relation relation, Item item) implements BoundStatement {}

    /// Changes an item that must exist.
    ///
    /// @param where null if there is none
    /// @param returning null if nothing is to be answered
    record Update(
            Relation relation,
            dev.millrace.expression.Update update,
            @Nullable Predicate where,
            @Nullable Returning returning)
            implements BoundStatement {}

    /// Deletes an item.
    ///
    /// @param where null if there is none
    /// @param returning null if nothing is to be answered
    record Delete(Relation relation, @Nullable Predicate where, @Nullable Returning returning)
            implements BoundStatement {}

    /// What a write is to answer; null for nothing.
    default @Nullable Returning returned() {
        return switch (this) {
            case Update update -> update.returning();
            case Delete delete -> delete.returning();
            case Select _, Exists _, Insert _ -> null;
        };
    }
}
