package dev.millrace.testkit.operation;

import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.UpdateAction;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One action of a transaction that writes.
public sealed interface TransactAction {
    /// The table that the action is on.
    String tableName();

    /// The key, or the whole item to put.
    Item item();

    /// What must hold of the item before; null if nothing must.
    @Nullable Condition condition();

    /// Whether a failed condition's reason shows the item.
    boolean showsItemOnFailure();

    /// Writes a whole item.
    record Put(
            String tableName, Item item, @Nullable Condition condition, boolean showsItemOnFailure)
            implements TransactAction {}

    /// Changes attributes of one item.
    ///
    /// @param actions at least one
    record Update(
            String tableName,
            Item item,
            List<UpdateAction> actions,
            @Nullable Condition condition,
            boolean showsItemOnFailure)
            implements TransactAction {}

    /// Deletes one item.
    record Delete(
            String tableName, Item item, @Nullable Condition condition, boolean showsItemOnFailure)
            implements TransactAction {}

    /// Changes nothing.
    ///
    /// @param condition never null
    record Check(String tableName, Item item, Condition condition, boolean showsItemOnFailure)
            implements TransactAction {}
}
