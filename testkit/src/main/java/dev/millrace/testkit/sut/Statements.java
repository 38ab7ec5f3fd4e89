package dev.millrace.testkit.sut;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.request.BatchExecuteStatementRequest;
import dev.millrace.model.request.BatchStatement;
import dev.millrace.model.request.ExecuteStatementRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.response.BatchStatementError;
import dev.millrace.model.response.BatchStatementResponse;
import dev.millrace.model.response.ExecuteStatementResponse;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.operation.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Operations that are asked for as statements of PartiQL.
record Statements(ClientOperations client) {
    Result answer(DatabaseOperation.Statement statement) {
        return switch (statement.plain()) {
            case DatabaseOperation.Put put -> write(statement, put.showsItemOnFailure());
            case DatabaseOperation.Update update -> write(statement, update.showsItemOnFailure());
            case DatabaseOperation.Delete delete -> write(statement, delete.showsItemOnFailure());
            case DatabaseOperation.Get _ -> new Result.Found(only(read(statement, true, null)));
            case DatabaseOperation.Query query -> {
                List<Item> items = read(statement, query.indexName() == null, query.limit());
                yield new Result.Items(items, items.size(), 0, 0);
            }
            case DatabaseOperation.Scan scan -> {
                List<Item> items = read(statement, scan.indexName() == null, scan.limit());
                yield new Result.Items(Result.sorted(items), items.size(), 0, 0);
            }
            default -> throw new IllegalArgumentException("no statement: " + statement.plain());
        };
    }

    Result answer(DatabaseOperation.StatementBatch batch) {
        List<BatchStatementResponse> responses =
                client.batchExecuteStatement(
                                new BatchExecuteStatementRequest(
                                        batch.statements().stream()
                                                .map(Statements::member)
                                                .toList(),
                                        ReturnConsumedCapacity.NONE))
                        .responses();
        return new Result.Each(responses.stream().map(Statements::outcome).toList());
    }

    private static BatchStatement member(DatabaseOperation.Statement statement) {
        StatementText.WithParameters text = StatementText.of(statement);
        boolean showsItem =
                switch (statement.plain()) {
                    case DatabaseOperation.Put put -> put.showsItemOnFailure();
                    case DatabaseOperation.Update update -> update.showsItemOnFailure();
                    case DatabaseOperation.Delete delete -> delete.showsItemOnFailure();
                    default -> throw new IllegalArgumentException("no write: " + statement);
                };
        return new BatchStatement(
                text.text(), text.parameters(), false, onFailure(showsItem), null);
    }

    private static Outcome outcome(BatchStatementResponse response) {
        BatchStatementError error = response.error();
        return error == null
                ? new Outcome.Success(new Result.Attributes(response.item()))
                : new Outcome.Failure(kind(error.code()), error.item(), error.message());
    }

    // The names that batches have for errors.
    private static ApiError kind(String code) {
        return switch (code) {
            case "ValidationError" -> ApiError.VALIDATION;
            case "ConditionalCheckFailed" -> ApiError.CONDITIONAL_CHECK_FAILED;
            case "DuplicateItem" -> ApiError.DUPLICATE_ITEM;
            case "ResourceNotFound" -> ApiError.RESOURCE_NOT_FOUND;
            case "ItemCollectionSizeLimitExceeded" -> ApiError.ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED;
            default -> throw new IllegalStateException("unexpected code: " + code);
        };
    }

    private static ReturnValuesOnConditionCheckFailure onFailure(boolean showsItem) {
        return showsItem
                ? ReturnValuesOnConditionCheckFailure.ALL_OLD
                : ReturnValuesOnConditionCheckFailure.NONE;
    }

    private Result write(DatabaseOperation.Statement statement, boolean showsItem) {
        ExecuteStatementResponse response =
                client.executeStatement(
                        request(
                                StatementText.of(statement),
                                false,
                                null,
                                null,
                                onFailure(showsItem)));
        return new Result.Attributes(only(response.items()));
    }

    private List<Item> read(
            DatabaseOperation.Statement statement, boolean consistent, @Nullable Integer limit) {
        StatementText.WithParameters text = StatementText.of(statement);
        PageCollection pages = new PageCollection(limit, false);
        String token = null;
        do {
            ExecuteStatementResponse page =
                    client.executeStatement(
                            request(
                                    text,
                                    consistent,
                                    limit,
                                    token,
                                    ReturnValuesOnConditionCheckFailure.NONE));
            pages.add(page.items(), page.items().size(), page.items().size());
            token = page.nextToken();
            if ((token == null) != (page.lastEvaluatedKey() == null)) {
                throw new IllegalStateException("page has only one sign that more follow");
            }
        } while (token != null);
        return pages.items();
    }

    private static @Nullable Item only(List<Item> items) {
        if (items.size() > 1) {
            throw new IllegalStateException("one item is asked for, and more are answered");
        }
        return items.isEmpty() ? null : items.getFirst();
    }

    private static ExecuteStatementRequest request(
            StatementText.WithParameters statement,
            boolean consistent,
            @Nullable Integer limit,
            @Nullable String token,
            ReturnValuesOnConditionCheckFailure onFailure) {
        return new ExecuteStatementRequest(
                statement.text(),
                statement.parameters(),
                consistent,
                limit,
                token,
                ReturnConsumedCapacity.NONE,
                onFailure);
    }
}
