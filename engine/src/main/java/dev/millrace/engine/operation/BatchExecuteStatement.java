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

/// Carries out up to 25 statements of PartiQL one after the other, each about one item and each on
/// its own: what is wrong with one is its answer, and the others go on. Either all of them read or
/// all of them write, and no two are about the same item.
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
        for (BatchMember member : members) {
            BatchMember.Answer answer = member.carryOut(access, request.returnConsumedCapacity());
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
