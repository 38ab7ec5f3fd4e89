package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

import java.util.List;

/// ListStreams, DescribeStream, GetShardIterator and GetRecords.
final class StreamOperationsTest extends ClientTest {
    StreamOperationsTest(Storage storage) {
        super(storage);
    }

    @Test
    void streamIsListedForItsTable() {
        String table = newTableWithStream(StreamViewType.KEYS_ONLY);

        List<Stream> listed = streams().listStreams(request -> request.tableName(table)).streams();

        assertThat(listed)
                .extracting(Stream::streamArn)
                .containsExactly(latestStream(table).streamArn());
    }

    @Test
    void unknownTableHasNoStreams() {
        assertThat(streams().listStreams(request -> request.tableName("nobody")).streams())
                .isEmpty();
    }

    @Test
    void streamIsDescribedAsItWasAskedFor() {
        String table = newTableWithStream(StreamViewType.OLD_IMAGE);
        StreamReading stream = latestStream(table);

        assertThat(stream.description().streamStatus()).isEqualTo(StreamStatus.ENABLED);
        assertThat(stream.description().streamViewType()).isEqualTo(StreamViewType.OLD_IMAGE);
        assertThat(stream.description().tableName()).isEqualTo(table);
        assertThat(stream.shards())
                .isNotEmpty()
                .allSatisfy(shard ->
                        assertThat(shard.shardId()).matches("shardId-[0-9]{20}-[0-9a-f]{8}"))
                .allSatisfy(shard ->
                        assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isNull());
    }

    @Test
    void unknownStreamIsNotFound() {
        String streamArn =
                latestStream(newTableWithStream(StreamViewType.KEYS_ONLY))
                        .streamArn()
                        .replaceAll("stream/.*", "stream/2020-01-01T00:00:00.000");

        assertThatThrownBy(() -> new StreamReading(streams(), streamArn).description())
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void iteratorAtASequenceNumberBeginsWithThatRecord() {
        StreamReading stream = streamOfOneItem(3);
        Shard shard = shardWithRecords(stream);
        String second = sequenceNumber(stream.records(shard).get(1));

        String iterator = stream.iterator(shard, ShardIteratorType.AT_SEQUENCE_NUMBER, second);

        assertThat(stream.recordsFrom(iterator)).isEqualTo(stream.records(shard).subList(1, 3));
    }

    @Test
    void iteratorAfterASequenceNumberBeginsWithTheNextRecord() {
        StreamReading stream = streamOfOneItem(3);
        Shard shard = shardWithRecords(stream);
        String second = sequenceNumber(stream.records(shard).get(1));

        String iterator = stream.iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, second);

        assertThat(stream.recordsFrom(iterator)).isEqualTo(stream.records(shard).subList(2, 3));
    }

    @Test
    void latestIteratorReadsOnlyWhatIsWrittenLater() {
        String table = newTableWithStream(StreamViewType.NEW_IMAGE);
        put(table, 1);
        StreamReading stream = latestStream(table);
        Shard shard = shardWithRecords(stream);
        String iterator = stream.iterator(shard, ShardIteratorType.LATEST, null);

        put(table, 2);

        assertThat(stream.recordsFrom(iterator))
                .extracting(record -> Items.value(record.dynamodb().newImage(), "n").n())
                .containsExactly("2");
    }

    @Test
    void openShardAlwaysHasANextIterator() {
        StreamReading stream = streamOfOneItem(1);
        Shard shard = shardWithRecords(stream);
        String iterator = stream.iterator(shard, ShardIteratorType.LATEST, null);

        GetRecordsResponse page = streams().getRecords(request -> request.shardIterator(iterator));

        assertThat(page.records()).isEmpty();
        assertThat(page.nextShardIterator()).isNotNull().isNotEqualTo(iterator);
    }

    @Test
    void limitBoundsAPageOfRecords() {
        StreamReading stream = streamOfOneItem(5);
        Shard shard = shardWithRecords(stream);
        String iterator = stream.iterator(shard, ShardIteratorType.TRIM_HORIZON, null);

        GetRecordsResponse page =
                streams().getRecords(request -> request.shardIterator(iterator).limit(2));

        assertThat(page.records()).isEqualTo(stream.records(shard).subList(0, 2));
        assertThat(stream.recordsFrom(page.nextShardIterator()))
                .isEqualTo(stream.records(shard).subList(2, 5));
    }

    @Test
    void garbledIteratorIsRefusedAsInvalid() {
        DynamoDbException refusal =
                catchThrowableOfType(
                        DynamoDbException.class,
                        () -> streams().getRecords(request -> request.shardIterator("garbled")));

        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    }

    private StreamReading streamOfOneItem(int changes) {
        String table = newTableWithStream(StreamViewType.NEW_IMAGE);
        for (int i = 0; i < changes; i++) {
            put(table, i);
        }
        return latestStream(table);
    }

    private void put(String table, int number) {
        tables().putItem(request ->
                request.tableName(table).item(Items.with(Items.key("a"), "n", Items.n(number))));
    }

    private static Shard shardWithRecords(StreamReading stream) {
        return stream.shards().stream()
                .filter(shard -> !stream.records(shard).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static String sequenceNumber(Record record) {
        return record.dynamodb().sequenceNumber();
    }
}
