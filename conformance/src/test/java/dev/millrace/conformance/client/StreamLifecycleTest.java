package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/// What becomes of a stream that is disabled, enabled again, or whose table is deleted.
final class StreamLifecycleTest extends ClientTest {
    StreamLifecycleTest(Storage storage) {
        super(storage);
    }

    @Test
    void disabledStreamStaysReadable() {
        String table = tableWithOneRecord();
        StreamReading stream = latestStream(table);

        disable(table);
        put(table, "b");

        assertThat(stream.eventNames()).containsExactly(OperationType.INSERT);
        assertThat(stream.description().streamStatus()).isEqualTo(StreamStatus.DISABLED);
    }

    @Test
    void shardsOfADisabledStreamAreClosed() {
        String table = tableWithOneRecord();

        disable(table);

        assertThat(latestStream(table).shards())
                .allSatisfy(shard ->
                        assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isNotNull());
    }

    @Test
    void tableKeepsTheNameOfItsDisabledStream() {
        String table = tableWithOneRecord();
        String streamArn = latestStream(table).streamArn();

        disable(table);

        TableDescription description =
                tables().describeTable(request -> request.tableName(table)).table();
        assertThat(description.streamSpecification()).isNull();
        assertThat(description.latestStreamArn()).isEqualTo(streamArn);
    }

    @Test
    void streamEnabledAgainIsAnotherOne() {
        String table = tableWithOneRecord();
        StreamReading first = latestStream(table);
        disable(table);

        enable(table);
        put(table, "b");

        StreamReading second = latestStream(table);
        assertThat(second.streamArn()).isNotEqualTo(first.streamArn());
        assertThat(second.records())
                .extracting(record -> record.dynamodb().keys())
                .containsExactly(Items.key("b"));
        assertThat(streams().listStreams(request -> request.tableName(table)).streams())
                .extracting(Stream::streamArn)
                .containsExactlyInAnyOrder(first.streamArn(), second.streamArn());
    }

    @Test
    void enabledStreamCannotBeEnabled() {
        String table = tableWithOneRecord();

        DynamoDbException refusal =
                catchThrowableOfType(DynamoDbException.class, () -> enable(table));

        assertThat(refusal.awsErrorDetails().errorMessage())
                .contains("Table already has an enabled stream");
    }

    @Test
    void streamOfADeletedTableStaysReadable() {
        String table = tableWithOneRecord();
        StreamReading stream = latestStream(table);

        delete(table);

        assertThat(stream.eventNames()).containsExactly(OperationType.INSERT);
        assertThat(streams().listStreams(request -> request.tableName(table)).streams())
                .extracting(Stream::streamArn)
                .containsExactly(stream.streamArn());
    }

    @Test
    void newTableOfAnOldNameHasAStreamOfItsOwn() {
        String table = tableWithOneRecord();
        StreamReading old = latestStream(table);
        delete(table);

        TableForms.create(
                tables(),
                TableForms.streaming(TableForms.simple(table), StreamViewType.NEW_AND_OLD_IMAGES));

        assertThat(latestStream(table).streamArn()).isNotEqualTo(old.streamArn());
        assertThat(latestStream(table).records()).isEmpty();
    }

    private String tableWithOneRecord() {
        String table = newTableWithStream(StreamViewType.NEW_AND_OLD_IMAGES);
        put(table, "a");
        return table;
    }

    private void put(String table, String partitionKey) {
        tables().putItem(request -> request.tableName(table).item(Items.key(partitionKey)));
    }

    private void delete(String table) {
        tables().deleteTable(request -> request.tableName(table));
        tables().waiter().waitUntilTableNotExists(request -> request.tableName(table));
    }

    private void disable(String table) {
        tables().updateTable(request ->
                request.tableName(table)
                        .streamSpecification(stream -> stream.streamEnabled(false)));
        tables().waiter().waitUntilTableExists(request -> request.tableName(table));
    }

    private void enable(String table) {
        tables().updateTable(request ->
                request.tableName(table)
                        .streamSpecification(stream ->
                                stream.streamEnabled(true)
                                        .streamViewType(StreamViewType.NEW_IMAGE)));
        tables().waiter().waitUntilTableExists(request -> request.tableName(table));
    }
}
