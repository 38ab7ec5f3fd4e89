package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableRestore;
import dev.millrace.engine.commit.ItemCommand;
import dev.millrace.engine.commit.ItemEvaluation;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.index.IndexKeyRules;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.Item;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Puts items into a table that is being imported, and in the same commit writes down how far the
/// import has come. So an import that goes on after a crash does nothing twice and leaves out
/// nothing. It costs no capacity.
public final class ImportItems implements Operation<ImportItems.Request, ImportItems.Response> {
    private final Sequencer sequencer;

    public ImportItems(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    /// Some items for a table.
    ///
    /// @param items in their order; of those with one key the last stays
    /// @param progress what to write down, given the items that the table refused. It may be called
    ///   more than once
    public record Request(
            String tableName,
            String tableId,
            List<Item> items,
            Function<List<Fault>, DocumentChange> progress) {}

    /// An item that the table refused.
    ///
    /// @param index its place among those of the request, from 0
    public record Fault(int index, String message) {}

    /// What became of the items.
    ///
    /// @param isThere whether the table is still being imported; if not, nothing was done
    public record Response(boolean isThere, List<Fault> faults) {}

    @Override
    public Response execute(Request request) {
        return sequencer.submit((ItemCommand<Response>) items -> put(items, request));
    }

    private static Response put(ItemEvaluation items, Request request) {
        Optional<Table> table =
                items.findFilling(request.tableName(), request.tableId())
                        .filter(ImportItems::isImported);
        if (table.isEmpty()) {
            return new Response(false, List.of());
        }
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < request.items().size(); i++) {
            try {
                put(items, table.get(), request.items().get(i));
            } catch (ApiException e) {
                faults.add(new Fault(i, String.valueOf(e.getMessage())));
            }
        }
        items.change(request.progress().apply(faults));
        return new Response(true, faults);
    }

    private static void put(ItemEvaluation items, Table table, Item item) {
        ItemChecks.requireSize(item);
        PrimaryKey key = ItemKeys.ofItem(table.keySchema(), item);
        IndexKeyRules.OF_ITEM.requireKeys(table, item);
        RowKey row = RowKey.of(table.id(), key);
        items.set(table, key, row, items.current(row), item);
    }

    private static boolean isImported(Table table) {
        TableRestore restore = table.past().restore();
        return restore != null && restore.isImport();
    }
}
