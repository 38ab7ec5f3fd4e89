package dev.millrace.engine;

import dev.millrace.engine.operation.BatchExecuteStatement;
import dev.millrace.engine.operation.ExecuteStatement;
import dev.millrace.engine.operation.ExecuteTransaction;
import dev.millrace.engine.operation.ItemAccess;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.StatementTokens;
import dev.millrace.engine.operation.TokensUnderWay;
import dev.millrace.engine.query.PageReader;
import dev.millrace.model.request.BatchExecuteStatementRequest;
import dev.millrace.model.request.ExecuteStatementRequest;
import dev.millrace.model.request.ExecuteTransactionRequest;
import dev.millrace.model.response.BatchExecuteStatementResponse;
import dev.millrace.model.response.ExecuteStatementResponse;
import dev.millrace.model.response.ExecuteTransactionResponse;
import dev.millrace.store.Snapshot;

import java.util.function.Supplier;

/// The operations that take statements of PartiQL.
public final class StatementOperations {
    private final ItemAccess items;
    private final PageReader pages;
    private final Supplier<Snapshot> snapshots;
    private final TokensUnderWay tokensUnderWay;
    private final StatementTokens tokens;

    StatementOperations(
            ItemAccess items,
            PageReader pages,
            Supplier<Snapshot> snapshots,
            TokensUnderWay tokensUnderWay,
            byte[] secret) {
        this.items = items;
        this.pages = pages;
        this.snapshots = snapshots;
        this.tokensUnderWay = tokensUnderWay;
        this.tokens = new StatementTokens(secret);
    }

    public Operation<ExecuteStatementRequest, ExecuteStatementResponse> executeStatement() {
        return new ExecuteStatement(items, pages, tokens);
    }

    public Operation<BatchExecuteStatementRequest, BatchExecuteStatementResponse>
            batchExecuteStatement() {
        return new BatchExecuteStatement(items);
    }

    public Operation<ExecuteTransactionRequest, ExecuteTransactionResponse> executeTransaction() {
        return new ExecuteTransaction(items, tokensUnderWay, snapshots);
    }
}
