package dev.millrace.engine.expiry;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TimeToLive;
import dev.millrace.engine.commit.ItemCommand;
import dev.millrace.engine.commit.ItemEvaluation;
import dev.millrace.engine.item.ExpiryRows;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.value.Item;

import java.util.List;

/// The command that deletes items which the expiry index had as due. An item that has changed its
/// moment since then, or a table that has changed its mind, is left alone.
record ExpireItems(Table seen, List<Due> due) implements ItemCommand<Integer> {
    /// An entry of the index: a row, and the second since 1970 at which its item expires.
    record Due(RowKey rowKey, long second) {}

    /// Deletes what still is due, and says how many items that were.
    @Override
    public Integer evaluate(ItemEvaluation items) {
        Table table = items.find(seen).orElse(null);
        TimeToLive timeToLive = table == null ? null : table.timeToLive();
        if (table == null || timeToLive == null) {
            return 0;
        }
        int deleted = 0;
        for (Due entry : due) {
            Item item = items.current(entry.rowKey());
            if (item != null
                    && ExpiryRows.secondOf(item, timeToLive.attributeName()) == entry.second()) {
                items.expire(
                        table, ItemKeys.ofStored(table.keySchema(), item), entry.rowKey(), item);
                deleted++;
            }
        }
        return deleted;
    }
}
