package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.ItemCommand;
import dev.millrace.engine.commit.ItemEvaluation;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.expression.Condition;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.request.ConditionalPut;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.response.BulkUsage;
import dev.millrace.model.response.ConditionalCheckFailedException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Puts items of a bulk operation into a table, each as PutItem does, and in the same commit writes
/// down what became of them. So an operation that goes on after a crash does nothing twice and
/// leaves out nothing. It costs none of the table's throughput.
public final class PutBulk implements Operation<PutBulk.Request, PutBulk.Response> {
    /// Once the items that were refused, with those in their places, are so large, the rest is left
    /// to another commit: somebody will want to keep them.
    static final long REFUSED_BYTES_MAX = 1 << 20;

    private final ItemAccess access;

    public PutBulk(ItemAccess access) {
        this.access = access;
    }

    /// Some items for a table.
    ///
    /// @param puts in their order
    /// @param progress what to write down, given what became of them. It may be called more than
    ///   once
    public record Request(
            String tableName,
            String tableId,
            List<ConditionalPut> puts,
            Function<Progress, List<DocumentChange>> progress) {}

    /// What became of the first items of a request.
    ///
    /// @param done how many those are
    /// @param usage the units of those that were written
    public record Progress(int done, List<Refusal> refusals, BulkUsage usage) {}

    /// An item that was not written.
    ///
    /// @param index its place among those of the request, from 0
    /// @param isCondition whether its condition was not met
    /// @param existing what is in its place, if that is why; null for nothing
    public record Refusal(
            int index, String message, boolean isCondition, @Nullable Item existing) {}

    /// What became of the items.
    ///
    /// @param isThere whether the table still is; if not, nothing was done
    public record Response(boolean isThere, Progress progress) {
        private static final Response GONE =
                new Response(false, new Progress(0, List.of(), BulkUsage.NONE));
    }

    /// A put that can be evaluated, or why it cannot be.
    private sealed interface Prepared {
        record Write(ItemWrite write) implements Prepared {}

        record Fault(String message) implements Prepared {}
    }

    @Override
    public Response execute(Request request) {
        Optional<Table> table =
                access.catalog()
                        .state()
                        .table(request.tableName())
                        .filter(each -> each.uuid().equals(request.tableId()))
                        .filter(Catalog::isUsable);
        if (table.isEmpty()) {
            return Response.GONE;
        }
        List<Prepared> puts =
                request.puts().stream().map(put -> prepare(table.get(), put)).toList();
        return access.submit(
                (ItemCommand<Response>) items -> carryOut(items, table.get(), request, puts));
    }

    private Prepared prepare(Table table, ConditionalPut put) {
        try {
            ItemWrite write = write(table, put);
            // So the sequencer finds it in memory.
            access.rows().read(write.rowKey());
            return new Prepared.Write(write);
        } catch (ApiException e) {
            return new Prepared.Fault(message(e));
        }
    }

    private ItemWrite write(Table table, ConditionalPut put) {
        ItemChecks.requireSize(put.item());
        RequestExpressions expressions = access.expressions(put.attributes());
        Condition condition = expressions.condition(put.condition());
        expressions.requireAllUsed();
        PrimaryKey key = ItemKeys.ofItem(table.keySchema(), put.item());
        return new ItemWrite(
                table,
                key,
                RowKey.of(table.id(), key),
                condition,
                ReturnValuesOnConditionCheckFailure.ALL_OLD,
                (now, before) -> PutItem.put(now, before, put.item()),
                access.collections());
    }

    private static Response carryOut(
            ItemEvaluation items, Table seen, Request request, List<Prepared> puts) {
        if (items.find(seen).isEmpty()) {
            return Response.GONE;
        }
        List<Refusal> refusals = new ArrayList<>();
        BulkUsage usage = BulkUsage.NONE;
        long refusedBytes = 0;
        int done = 0;
        for (; done < puts.size() && refusedBytes < REFUSED_BYTES_MAX; done++) {
            try {
                usage = evaluate(items, puts.get(done), usage);
            } catch (ApiException e) {
                Refusal refusal = refusal(done, e);
                refusals.add(refusal);
                refusedBytes += size(refusal.existing());
                refusedBytes += request.puts().get(done).item().sizeBytes();
            }
        }
        Progress progress = new Progress(done, refusals, usage);
        request.progress().apply(progress).forEach(items::change);
        return new Response(true, progress);
    }

    private static BulkUsage evaluate(ItemEvaluation items, Prepared put, BulkUsage before) {
        return switch (put) {
            case Prepared.Fault(String message) -> throw ApiException.validation(message);
            case Prepared.Write(ItemWrite write) -> {
                ItemWrite.Outcome outcome = write.evaluate(items);
                var units = WriteReport.units(write.table(), outcome.before(), outcome.after());
                yield before.plus(units.items(), units.indexes());
            }
        };
    }

    private static Refusal refusal(int index, ApiException cause) {
        return cause instanceof ConditionalCheckFailedException failed
                ? new Refusal(index, message(cause), true, failed.item())
                : new Refusal(index, message(cause), false, null);
    }

    private static String message(ApiException cause) {
        String message = cause.getMessage();
        return message == null ? cause.error().code() : message;
    }

    private static long size(@Nullable Item item) {
        return item == null ? 0 : item.sizeBytes();
    }
}
