package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.query.Fetch;
import dev.millrace.engine.query.PageReader;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.statement.ReadPlan;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.expression.statement.BoundStatement;
import dev.millrace.expression.statement.Columns;
import dev.millrace.expression.statement.StatementReader;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExecuteStatementRequest;
import dev.millrace.model.response.ExecuteStatementResponse;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Carries out one statement of PartiQL: a SELECT as queries if its condition names partition keys,
/// otherwise as a scan, page by page; the others as writes of one item.
public final class ExecuteStatement
        implements Operation<ExecuteStatementRequest, ExecuteStatementResponse> {
    private final ItemAccess access;
    private final PageReader pages;
    private final StatementTokens tokens;

    public ExecuteStatement(ItemAccess access, PageReader pages, StatementTokens tokens) {
        this.access = access;
        this.pages = pages;
        this.tokens = tokens;
    }

    @Override
    public ExecuteStatementResponse execute(ExecuteStatementRequest request) {
        BoundStatement statement =
                StatementReader.read(access.parser(), request.statement(), request.parameters());
        return switch (statement) {
            case BoundStatement.Select select -> select(request, select);
            case BoundStatement.Exists _ -> throw existsAlone();
            case BoundStatement.Insert _, BoundStatement.Update _, BoundStatement.Delete _ ->
                    write(request, statement);
        };
    }

    /// The fault of an `EXISTS` outside of a transaction that writes.
    static ApiException existsAlone() {
        return ApiException.validation(
                "EXISTS can only be used in ExecuteTransaction write requests.");
    }

    private ExecuteStatementResponse select(
            ExecuteStatementRequest request, BoundStatement.Select select) {
        ReadTarget target = StatementTargets.require(access, select, request.consistentRead());
        Columns columns = select.columns();
        Selection selection = new Selection(null, columns == null ? null : columns.projection());
        selection.requireProjected(target);
        ReadPlan plan = ReadPlan.of(select, target);
        Item startKey = startKey(request, target);
        Fetch fetch = selection.fetch(target, request.consistentRead());
        ReadCapacity.require(access, target, List.of());
        access.memory().take(MemoryGate.PAGE_BYTES);
        StatementPages page =
                new StatementPages(pages, plan, fetch, request.consistentRead())
                        .read(target, startKey, request.limit());
        return answer(request, target, page, columns);
    }

    private @Nullable Item startKey(ExecuteStatementRequest request, ReadTarget target) {
        if (request.nextToken() == null) {
            return null;
        }
        Item key = tokens.parse(request, request.nextToken());
        StartKeys.requireShapeOfQuery(target, key);
        return key;
    }

    private ExecuteStatementResponse answer(
            ExecuteStatementRequest request,
            ReadTarget target,
            StatementPages page,
            @Nullable Columns columns) {
        Item last = StartKeys.behind(target, page.last());
        return new ExecuteStatementResponse(
                columns == null ? page.items() : page.items().stream().map(columns::apply).toList(),
                last == null ? null : tokens.issue(request, last),
                last,
                ReadCapacity.charge(
                        access,
                        request.returnConsumedCapacity(),
                        target,
                        page.units(),
                        page.fetchedUnits(),
                        page.rows()));
    }

    private ExecuteStatementResponse write(
            ExecuteStatementRequest request, BoundStatement statement) {
        Table table =
                StatementTargets.table(access, statement).orElseThrow(ApiException::tableNotFound);
        ItemWrite.Outcome outcome =
                access.write(
                        new StatementWrites(access.collections(), StatementWrites.NO_KEY)
                                .of(
                                        statement,
                                        table,
                                        request.returnValuesOnConditionCheckFailure()));
        Item returned = StatementWrites.returned(statement.returned(), outcome);
        return new ExecuteStatementResponse(
                returned == null ? List.of() : List.of(returned),
                null,
                null,
                WriteReport.capacity(request.returnConsumedCapacity(), table, outcome));
    }
}
