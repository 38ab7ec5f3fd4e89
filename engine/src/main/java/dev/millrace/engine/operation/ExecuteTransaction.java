package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.TransactCapacity;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExecuteTransactionRequest;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.ExecuteTransactionResponse;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.store.Snapshot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Carries out up to 100 statements of PartiQL, all of them or none: either all of them read, from
/// one moment, or all of them write or check.
///
/// A statement that cannot be carried out whatever the items refuses the request; what its table or
/// its item has against it cancels the transaction, as in TransactWriteItems and TransactGetItems.
public final class ExecuteTransaction
        implements Operation<ExecuteTransactionRequest, ExecuteTransactionResponse> {
    private final ItemAccess access;
    private final TransactSubmission submission;
    private final TransactReading reading;

    /// @param tokens the same for all transactions of an engine
    /// @param snapshots makes views of the store as it stands
    public ExecuteTransaction(
            ItemAccess access, TokensUnderWay tokens, Supplier<Snapshot> snapshots) {
        this.access = access;
        this.submission = new TransactSubmission(access, tokens);
        this.reading = new TransactReading(access, snapshots);
    }

    @Override
    public ExecuteTransactionResponse execute(ExecuteTransactionRequest request) {
        List<TransactMember> members = members(request);
        boolean reads = members.getFirst().statement().isRead();
        if (members.stream().anyMatch(member -> member.statement().isRead() != reads)) {
            throw ApiException.validation(
                    "ExecuteTransaction API does not support both read and write operations in the"
                            + " same request.");
        }
        List<Table> tables = tables(members);
        return reads ? read(request, members, tables) : write(request, members, tables);
    }

    private List<TransactMember> members(ExecuteTransactionRequest request) {
        List<TransactMember> members = new ArrayList<>();
        request.transactStatements()
                .forEach(statement ->
                        members.add(TransactMember.of(members.size(), statement, access)));
        return members;
    }

    // A statement is checked on its table if it has one, and only then are those told that have
    // none.
    private List<Table> tables(List<TransactMember> members) {
        List<Table> tables = new ArrayList<>(members.size());
        List<CancellationReason> reasons = new ArrayList<>(members.size());
        for (TransactMember member : members) {
            Optional<Table> table = StatementTargets.table(access, member.statement());
            table.ifPresent(member::check);
            table.ifPresent(tables::add);
            reasons.add(table.isPresent() ? new CancellationReason.None() : noTable());
        }
        if (tables.size() < members.size()) {
            throw new TransactionCanceledException(reasons);
        }
        return tables;
    }

    private static CancellationReason noTable() {
        return new CancellationReason.ResourceNotFound(
                String.valueOf(ApiException.tableNotFound().getMessage()));
    }

    private ExecuteTransactionResponse read(
            ExecuteTransactionRequest request, List<TransactMember> members, List<Table> tables) {
        List<TransactReading.Read> reads = new ArrayList<>(members.size());
        List<CancellationReason> reasons = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            reasons.add(plan(members.get(i), tables.get(i), reads));
        }
        if (reads.size() < members.size()) {
            throw new TransactionCanceledException(reasons);
        }
        TransactGetItems.requireDistinct(reads);
        TransactReading.Answer answer = reading.read(reads);
        return new ExecuteTransactionResponse(
                answer.responses(),
                TransactCapacity.reads(request.returnConsumedCapacity(), answer.units()));
    }

    private static CancellationReason plan(
            TransactMember member, Table table, List<TransactReading.Read> reads) {
        try {
            reads.add(member.read(table));
            return new CancellationReason.None();
        } catch (ApiException fault) {
            return TransactStep.reasonOf(fault);
        }
    }

    private ExecuteTransactionResponse write(
            ExecuteTransactionRequest request, List<TransactMember> members, List<Table> tables) {
        List<TransactStep> steps = new ArrayList<>(members.size());
        Set<RowKey> rows = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            TransactStep step = members.get(i).step(tables.get(i), access.collections());
            if (step instanceof TransactStep.Ready ready) {
                ItemChecks.requireOneAction(rows.add(ready.rowKey()));
            }
            steps.add(step);
        }
        rows.forEach(row -> access.rows().read(row));
        TransactCommand.Answer answer =
                submission.submit(
                        new TransactCommand(steps, use(request)), request.clientRequestToken());
        return new ExecuteTransactionResponse(
                List.of(), TransactSubmission.capacity(request.returnConsumedCapacity(), answer));
    }

    private static TransactCommand.@Nullable TokenUse use(ExecuteTransactionRequest request) {
        String token = request.clientRequestToken();
        return token == null
                ? null
                : new TransactCommand.TokenUse(
                        token, TransactDigest.ofStatements(request.transactStatements()));
    }
}
