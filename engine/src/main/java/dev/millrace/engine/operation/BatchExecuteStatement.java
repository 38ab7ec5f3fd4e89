package dev.millrace.engine.operation;

import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.BatchExecuteStatementRequest;
import dev.millrace.model.response.BatchExecuteStatementResponse;
import dev.millrace.model.response.BatchStatementResponse;
import dev.millrace.model.response.ConsumedCapacity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Carries out up to 25 statements of PartiQL, each about one item and each on its own: what is
/// wrong with one is its answer, and the others go on. Either all of them read or all of them
/// write, and no two are about the same item, so writes wait for the disk together: all are in line
/// before the first is waited for.
public final class BatchExecuteStatement
        implements Operation<BatchExecuteStatementRequest, BatchExecuteStatementResponse> {
    private final ItemAccess access;

    public BatchExecuteStatement(ItemAccess access) {
        this.access = access;
    }

    @Override
    public BatchExecuteStatementResponse execute(BatchExecuteStatementRequest request) {
        List<BatchMember> members =
                request.statements().stream()
                        .map(statement -> BatchMember.of(statement, access))
                        .toList();
        requireOneKind(members);
        requireDistinct(members);
        List<BatchStatementResponse> responses = new ArrayList<>(members.size());
        List<ConsumedCapacity> capacities = new ArrayList<>();
        List<Supplier<BatchMember.Answer>> begun =
                members.stream()
                        .map(member -> member.begin(access, request.returnConsumedCapacity()))
                        .toList();
        for (Supplier<BatchMember.Answer> each : begun) {
            BatchMember.Answer answer = each.get();
            responses.add(answer.response());
            if (answer.capacity() != null) {
                capacities.add(answer.capacity());
            }
        }
        return new BatchExecuteStatementResponse(responses, capacities);
    }

    private static void requireOneKind(List<BatchMember> members) {
        boolean reads = members.stream().anyMatch(BatchMember.Read.class::isInstance);
        boolean writes = members.stream().anyMatch(BatchMember.Write.class::isInstance);
        if (reads && writes) {
            throw ApiException.validation(
                    "BatchExecuteStatement API does not support both read and write operations in"
                            + " the same request.");
        }
    }

    private static void requireDistinct(List<BatchMember> members) {
        Set<RowKey> rows = new HashSet<>();
        for (BatchMember member : members) {
            RowKey row = member.rowKey();
            ItemChecks.requireNoDuplicate(row == null || rows.add(row));
        }
    }
}
