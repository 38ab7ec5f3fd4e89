package dev.millrace.testkit.sut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.QueryRequest;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.response.BatchWriteItemResponse;
import dev.millrace.model.response.ConditionalCheckFailedException;
import dev.millrace.model.response.DeleteTableResponse;
import dev.millrace.model.response.DescribeTableResponse;
import dev.millrace.model.response.PutItemResponse;
import dev.millrace.model.response.QueryResponse;
import dev.millrace.model.table.TableStatus;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.KeyCondition;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.operation.Result;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class RequestSystemTest {
    private static final Item A = item("a");
    private static final Item B = item("b");
    private static final Item C = item("c");

    @Test
    void queryFollowsItsPagesToTheEnd() {
        ClientOperations client =
                new UnexpectedOperations() {
                    @Override
                    public QueryResponse query(QueryRequest request) {
                        return request.exclusiveStartKey() != null
                                ? new QueryResponse(List.of(B, C), 2, 2, null, null)
                                : new QueryResponse(List.of(A), 1, 2, A, null);
                    }
                };
        DatabaseOperation query =
                new DatabaseOperation.Query(
                        "t",
                        new KeyCondition("id", new AttributeValue.S("a"), null),
                        null,
                        List.of(),
                        2,
                        true,
                        false,
                        null);
        assertThat(new RequestSystem(client).apply(query))
                .isEqualTo(new Outcome.Success(new Result.Items(List.of(A, B, C), 3, 4, 2)));
    }

    @Test
    void conditionIsSentAsTextWithPlaceholders() {
        List<PutItemRequest> sent = new ArrayList<>();
        ClientOperations client =
                new UnexpectedOperations() {
                    @Override
                    public PutItemResponse putItem(PutItemRequest request) {
                        sent.add(request);
                        return new PutItemResponse(null, null);
                    }
                };
        new RequestSystem(client).apply(put(new Condition.NotExists(DocumentPath.of("id"))));
        assertThat(sent)
                .extracting(PutItemRequest::conditionExpression)
                .containsExactly("attribute_not_exists(#n0)");
        assertThat(sent)
                .extracting(request -> request.expressionAttributes().names())
                .containsExactly(Map.of("#n0", "id"));
    }

    @Test
    void failedConditionTellsItsItem() {
        ClientOperations client =
                new UnexpectedOperations() {
                    @Override
                    public PutItemResponse putItem(PutItemRequest request) {
                        throw new ConditionalCheckFailedException(B);
                    }
                };
        assertThat(new RequestSystem(client).apply(put(null)))
                .isEqualTo(new Outcome.Failure(ApiError.CONDITIONAL_CHECK_FAILED, B, ""));
    }

    @Test
    void unprocessedWritesAreSentAgain() {
        List<BatchWriteItemRequest> sent = new ArrayList<>();
        Map<String, List<WriteRequest>> rest = Map.of("t", List.of(new WriteRequest.Delete(B)));
        ClientOperations client =
                new UnexpectedOperations() {
                    @Override
                    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
                        sent.add(request);
                        return new BatchWriteItemResponse(
                                sent.size() == 1 ? rest : Map.of(), List.of());
                    }
                };
        new RequestSystem(client)
                .apply(
                        new DatabaseOperation.BatchWrite(
                                Map.of(
                                        "t",
                                        List.of(
                                                new WriteRequest.Put(A),
                                                new WriteRequest.Delete(B)))));
        assertThat(sent).extracting(BatchWriteItemRequest::requestItems).endsWith(rest).hasSize(2);
    }

    @Test
    void deletionIsCompleteWhenTheTableIsNotFound() {
        List<TableStatus> left = new ArrayList<>(List.of(TableStatus.DELETING));
        ClientOperations client =
                new UnexpectedOperations() {
                    @Override
                    public DeleteTableResponse deleteTable(DeleteTableRequest request) {
                        return new DeleteTableResponse(Tables.described(TableStatus.DELETING));
                    }

                    @Override
                    public DescribeTableResponse describeTable(DescribeTableRequest request) {
                        if (left.isEmpty()) {
                            throw ApiException.tableNotFound("t");
                        }
                        return new DescribeTableResponse(Tables.described(left.getFirst()));
                    }
                };
        RequestSystem system = new RequestSystem(client, left::removeFirst, () -> {});
        assertThat(system.apply(new DatabaseOperation.DeleteTable("t")))
                .isEqualTo(new Outcome.Success(new Result.Done()));
        assertThat(left).isEmpty();
    }

    private static DatabaseOperation put(@Nullable Condition condition) {
        return new DatabaseOperation.Put("t", A, condition, ReturnValues.NONE, false);
    }

    private static Item item(String id) {
        return Item.of(Map.of("id", new AttributeValue.S(id)));
    }
}
