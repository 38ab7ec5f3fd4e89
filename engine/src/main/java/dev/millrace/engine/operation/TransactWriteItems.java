package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.request.TransactWriteItemsRequest;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.ItemCollectionMetrics;
import dev.millrace.model.response.TransactWriteItemsResponse;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Carries out up to 100 writes and condition checks, all of them or none.
///
/// A transaction is one command, so no other write comes between its actions and nothing is ever in
/// conflict with it. What is wrong with the request as such is an error of its own; what a table or
/// an item has against single actions cancels the transaction, with a reason for each of them.
public final class TransactWriteItems
        implements Operation<TransactWriteItemsRequest, TransactWriteItemsResponse> {
    private final ItemAccess access;
    private final TokensUnderWay tokens;

    /// @param tokens the same for all transactions of an engine
    public TransactWriteItems(ItemAccess access, TokensUnderWay tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    @Override
    public TransactWriteItemsResponse execute(TransactWriteItemsRequest request) {
        List<TransactDraft> drafts =
                request.transactItems().stream()
                        .map(action -> TransactDraft.of(action, access))
                        .toList();
        if (request.fault() != null) {
            throw request.fault();
        }
        ItemChecks.requireTransactSize(drafts.stream().mapToLong(TransactDraft::putBytes).sum());
        List<TransactStep> steps = steps(drafts);
        TransactCommand command = new TransactCommand(steps, use(request));
        TransactCommand.Answer answer =
                new TransactSubmission(access, tokens)
                        .submit(command, request.clientRequestToken());
        return answer(request, answer);
    }

    private List<TransactStep> steps(List<TransactDraft> drafts) {
        List<Table> tables =
                drafts.stream()
                        .map(draft -> access.catalog().requireUsable(draft.action().tableName()))
                        .toList();
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).requireNoneEmpty(tables.get(i));
        }
        List<TransactStep> steps = new ArrayList<>(drafts.size());
        Set<RowKey> rows = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            TransactStep step = drafts.get(i).on(tables.get(i), access.collections());
            if (step instanceof TransactStep.Ready ready) {
                ItemChecks.requireOneAction(rows.add(ready.rowKey()));
            }
            steps.add(step);
        }
        rows.forEach(row -> access.requireMemory(access.rows().read(row)));
        return steps;
    }

    private static TransactCommand.@Nullable TokenUse use(TransactWriteItemsRequest request) {
        String token = request.clientRequestToken();
        return token == null
                ? null
                : new TransactCommand.TokenUse(token, TransactDigest.of(request.transactItems()));
    }

    private TransactWriteItemsResponse answer(
            TransactWriteItemsRequest request, TransactCommand.Answer answer) {
        List<ConsumedCapacity> capacity =
                TransactSubmission.capacity(request.returnConsumedCapacity(), answer);
        return switch (answer) {
            case TransactCommand.CarriedOut(var effects) ->
                    new TransactWriteItemsResponse(capacity, collections(request, effects));
            case TransactCommand.Replayed _ -> new TransactWriteItemsResponse(capacity);
        };
    }

    private Map<String, List<ItemCollectionMetrics>> collections(
            TransactWriteItemsRequest request, List<TransactStep.Effect> effects) {
        WriteReport.Collections collections =
                new WriteReport.Collections(
                        request.returnItemCollectionMetrics(), access.collections());
        effects.stream()
                .filter(TransactStep.Effect::isWrite)
                .forEach(effect -> collections.add(effect.table(), effect.step().key()));
        return collections.byTable();
    }
}
