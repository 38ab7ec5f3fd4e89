package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeAction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The calls by which workers of the Kinesis Client Library share leases (kcl-adapter reference,
/// section 4), all of them with legacy parameters.
final class LeaseTableTest extends ClientTest {
    private static final Map<String, AttributeValue> LEASE = Items.key("shardId-1");
    private static final ExpectedAttributeValue ABSENT =
            ExpectedAttributeValue.builder().exists(false).build();

    LeaseTableTest(Storage storage) {
        super(storage);
    }

    @Test
    void onlyOneWorkerCreatesTheLease() {
        String table = newTable();
        create(table);

        assertThat(failureOf(() -> create(table)).hasItem()).isFalse();
    }

    @Test
    void takenLeaseIsAnsweredAsItIsNow() {
        String table = newTable();
        create(table);

        assertThat(take(table, "worker-1", 0, ABSENT))
                .isEqualTo(lease("worker-1", 1, "TRIM_HORIZON"));
    }

    @Test
    void workerThatComesLateSeesWhoHasTheLease() {
        String table = newTable();
        create(table);
        take(table, "worker-1", 0, ABSENT);

        ConditionalCheckFailedException failure =
                failureOf(() -> take(table, "worker-2", 0, ABSENT));

        assertThat(failure.item()).isEqualTo(lease("worker-1", 1, "TRIM_HORIZON"));
    }

    @Test
    void leaseIsStolenFromTheOwnerThatWasSeen() {
        String table = newTable();
        create(table);
        take(table, "worker-1", 0, ABSENT);

        assertThat(take(table, "worker-2", 1, value(Items.s("worker-1"))))
                .isEqualTo(lease("worker-2", 2, "TRIM_HORIZON"));
    }

    @Test
    void ownerRenewsAndCheckpoints() {
        String table = newTable();
        create(table);
        take(table, "worker-1", 0, ABSENT);

        Map<String, AttributeValue> after =
                update(
                        table,
                        request ->
                                request.attributeUpdates(
                                                Map.of(
                                                        "leaseCounter", add(1),
                                                        "checkpoint",
                                                                put(
                                                                        Items.s(
                                                                                "100000000000000000001")),
                                                        "checkpointSubSequenceNumber",
                                                                put(Items.n(0)),
                                                        "parentShardId",
                                                                put(
                                                                        AttributeValue.fromSs(
                                                                                List.of(
                                                                                        "shardId-0")))))
                                        .expected(
                                                Map.of(
                                                        "leaseCounter", value(Items.n(1)),
                                                        "leaseOwner", value(Items.s("worker-1")))));

        Map<String, AttributeValue> expected =
                new TreeMap<>(lease("worker-1", 2, "100000000000000000001"));
        expected.put("checkpointSubSequenceNumber", Items.n(0));
        expected.put("parentShardId", AttributeValue.fromSs(List.of("shardId-0")));
        assertThat(after).isEqualTo(expected);
    }

    @Test
    void evictedLeaseHasNoOwner() {
        String table = newTable();
        create(table);
        take(table, "worker-1", 0, ABSENT);

        Map<String, AttributeValue> after =
                update(
                        table,
                        request ->
                                request.attributeUpdates(
                                                Map.of(
                                                        "leaseOwner",
                                                        delete(),
                                                        "leaseCounter",
                                                        add(1)))
                                        .expected(
                                                Map.of("leaseOwner", value(Items.s("worker-1")))));

        assertThat(after)
                .isEqualTo(
                        Items.with(
                                Items.with(LEASE, "leaseCounter", Items.n(2)),
                                "checkpoint",
                                Items.s("TRIM_HORIZON")));
    }

    @Test
    void leaseIsDeletedOnlyAsItWasSeen() {
        String table = newTable();
        create(table);
        take(table, "worker-1", 0, ABSENT);

        ConditionalCheckFailedException failure = failureOf(() -> delete(table, "worker-2"));
        delete(table, "worker-1");

        assertThat(failure.hasItem()).isFalse();
        assertThat(tables().getItem(request -> request.tableName(table).key(LEASE)).hasItem())
                .isFalse();
    }

    private void create(String table) {
        Map<String, AttributeValue> item =
                Items.with(
                        Items.with(LEASE, "leaseCounter", Items.n(0)),
                        "checkpoint",
                        Items.s("TRIM_HORIZON"));
        tables().putItem(request ->
                request.tableName(table)
                        .item(item)
                        .expected(Map.of(TableForms.PARTITION_KEY, ABSENT)));
    }

    private Map<String, AttributeValue> take(
            String table, String worker, long counter, ExpectedAttributeValue owner) {
        return update(
                table,
                request ->
                        request.attributeUpdates(
                                        Map.of(
                                                "leaseOwner", put(Items.s(worker)),
                                                "leaseCounter", put(Items.n(counter + 1))))
                                .expected(
                                        Map.of(
                                                "leaseCounter",
                                                value(Items.n(counter)),
                                                "leaseOwner",
                                                owner)));
    }

    private Map<String, AttributeValue> update(
            String table, Consumer<UpdateItemRequest.Builder> change) {
        return tables().updateItem(request ->
                        change.accept(
                                request.tableName(table)
                                        .key(LEASE)
                                        .returnValues(ReturnValue.ALL_NEW)
                                        .returnValuesOnConditionCheckFailure(
                                                ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .attributes();
    }

    private void delete(String table, String owner) {
        tables().deleteItem(request ->
                request.tableName(table)
                        .key(LEASE)
                        .expected(Map.of("leaseOwner", value(Items.s(owner)))));
    }

    private static Map<String, AttributeValue> lease(
            String owner, long counter, String checkpoint) {
        return Items.with(
                Items.with(
                        Items.with(LEASE, "leaseOwner", Items.s(owner)),
                        "leaseCounter",
                        Items.n(counter)),
                "checkpoint",
                Items.s(checkpoint));
    }

    private static ConditionalCheckFailedException failureOf(Runnable step) {
        return catchThrowableOfType(ConditionalCheckFailedException.class, step::run);
    }

    private static ExpectedAttributeValue value(AttributeValue value) {
        return ExpectedAttributeValue.builder().value(value).build();
    }

    private static AttributeValueUpdate put(AttributeValue value) {
        return AttributeValueUpdate.builder().action(AttributeAction.PUT).value(value).build();
    }

    private static AttributeValueUpdate add(long amount) {
        return AttributeValueUpdate.builder()
                .action(AttributeAction.ADD)
                .value(Items.n(amount))
                .build();
    }

    private static AttributeValueUpdate delete() {
        return AttributeValueUpdate.builder().action(AttributeAction.DELETE).build();
    }
}
