package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.item.TransactCapacity;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.expression.Projection;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.TransactGet;
import dev.millrace.model.request.TransactGetItemsRequest;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.TransactGetItemsResponse;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.value.Item;
import dev.millrace.store.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Reads up to 100 items as they were at one moment.
public final class TransactGetItems
        implements Operation<TransactGetItemsRequest, TransactGetItemsResponse> {
    private final ItemAccess access;
    private final TransactReading reading;

    /// @param snapshots makes views of the store as it stands
    public TransactGetItems(ItemAccess access, Supplier<Snapshot> snapshots) {
        this.access = access;
        this.reading = new TransactReading(access, snapshots);
    }

    private record Draft(TransactGet get, @Nullable Projection projection) {
        UnaryOperator<Item> cut() {
            return projection == null ? UnaryOperator.identity() : projection::apply;
        }
    }

    @Override
    public TransactGetItemsResponse execute(TransactGetItemsRequest request) {
        List<Draft> drafts = request.transactItems().stream().map(this::draft).toList();
        TransactReading.Answer answer = reading.read(reads(drafts));
        return new TransactGetItemsResponse(
                answer.responses(),
                TransactCapacity.reads(request.returnConsumedCapacity(), answer.units()));
    }

    private Draft draft(TransactGet get) {
        RequestExpressions expressions = access.transactExpressions(get.expressionAttributes());
        Projection projection = expressions.projection(get.projectionExpression());
        expressions.requireAllUsed();
        return new Draft(get, projection);
    }

    private List<TransactReading.Read> reads(List<Draft> drafts) {
        List<Table> tables =
                drafts.stream()
                        .map(draft -> access.catalog().requireUsable(draft.get().tableName()))
                        .toList();
        for (int i = 0; i < drafts.size(); i++) {
            ItemKeys.requireNoneEmpty(tables.get(i).keySchema(), drafts.get(i).get().key());
        }
        List<TransactReading.Read> reads = new ArrayList<>(drafts.size());
        List<CancellationReason> reasons = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            reasons.add(plan(drafts.get(i), tables.get(i), reads));
        }
        requireDistinct(reads);
        if (reads.size() < drafts.size()) {
            throw new TransactionCanceledException(reasons);
        }
        return reads;
    }

    private static CancellationReason plan(
            Draft draft, Table table, List<TransactReading.Read> reads) {
        try {
            RowKey row =
                    RowKey.of(table.id(), ItemKeys.ofKey(table.keySchema(), draft.get().key()));
            reads.add(new TransactReading.Read(table, row, draft.cut(), draft.get().key()));
            return new CancellationReason.None();
        } catch (ApiException fault) {
            return TransactStep.reasonOf(fault);
        }
    }

    /// Refuses two reads of one item.
    static void requireDistinct(List<TransactReading.Read> reads) {
        Set<RowKey> rows = new HashSet<>();
        reads.forEach(read -> ItemChecks.requireOneAction(rows.add(read.rowKey())));
    }
}
