package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.request.ListStreamsRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamSummary;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableStatus;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

class StreamLifecycleTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOnDemandTableIsBornWithFourOpenShards() {
        StreamDescription stream = streamOf(fixture.createTable("t", StreamViewType.KEYS_ONLY));
        assertThat(stream.streamStatus()).isEqualTo(StreamStatus.ENABLED);
        assertThat(stream.shards())
                .hasSize(4)
                .allSatisfy(shard -> assertThat(shard.endingSequenceNumber()).isNull())
                .extracting(ShardDescription::shardId)
                .isSorted()
                .allMatch(id -> id.matches("shardId-[0-9]{20}-[0-9a-f]{8}"));
    }

    @Test
    void changesOfOneKeyAreInOneShardInOrder() {
        fixture.createTable("t", StreamViewType.NEW_AND_OLD_IMAGES);
        for (int i = 0; i < 100; i++) {
            fixture.put("t", "k" + i % 10, "v" + i);
        }
        List<StreamRecord> records = fixture.recordsOf("t");
        assertThat(records).hasSize(100);
        for (int key = 0; key < 10; key++) {
            String name = "k" + key;
            List<BigInteger> numbers =
                    records.stream()
                            .filter(each -> EngineFixture.text(name).equals(each.keys().get("pk")))
                            .map(each -> new BigInteger(each.sequenceNumber()))
                            .toList();
            assertThat(numbers).hasSize(10).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void recordsShowWhatTheViewTypeSays() {
        for (StreamViewType view : StreamViewType.values()) {
            String table = "t-" + view;
            fixture.createTable(table, view);
            fixture.put(table, "k", "old");
            fixture.put(table, "k", "new");
            StreamRecord record = fixture.recordsOf(table).getLast();
            assertThat(record.eventName()).isEqualTo(EventName.MODIFY);
            assertThat(record.newImage() != null).as(table).isEqualTo(view.showsNewImage());
            assertThat(record.oldImage() != null).as(table).isEqualTo(view.showsOldImage());
        }
    }

    @Test
    void aWriteThatChangesNothingLeavesNoRecord() {
        fixture.createTable("t", StreamViewType.KEYS_ONLY);
        fixture.put("t", "k", "v");
        fixture.put("t", "k", "v");
        assertThat(fixture.recordsOf("t")).hasSize(1);
    }

    @Test
    void aDisabledStreamIsClosedAndReadable() {
        TableDescription table = fixture.createTable("t", StreamViewType.KEYS_ONLY);
        fixture.put("t", "k", "v");
        TableDescription updating = fixture.switchStream("t", null);
        assertThat(updating.tableStatus()).isEqualTo(TableStatus.UPDATING);
        fixture.put("t", "k", "unseen");
        TableDescription after = fixture.describe("t");
        assertThat(after.streamSpecification()).isNull();
        assertThat(after.latestStreamArn()).isEqualTo(table.latestStreamArn());
        StreamDescription stream = streamOf(after);
        assertThat(stream.streamStatus()).isEqualTo(StreamStatus.DISABLED);
        assertThat(stream.shards())
                .allSatisfy(shard -> assertThat(shard.endingSequenceNumber()).isNotNull());
        assertThat(fixture.recordsOf("t")).hasSize(1);
    }

    @Test
    void aClosedShardWithOneRecordStartsAndEndsWithIt() {
        TableDescription table = fixture.createTable("t", StreamViewType.KEYS_ONLY);
        fixture.put("t", "k", "v");
        String number = fixture.recordsOf("t").getFirst().sequenceNumber();
        fixture.switchStream("t", null);
        assertThat(streamOf(table).shards())
                .filteredOn(shard -> number.equals(shard.startingSequenceNumber()))
                .singleElement()
                .satisfies(shard -> assertThat(shard.endingSequenceNumber()).isEqualTo(number));
    }

    @Test
    void theLastPageOfAClosedShardHasNoNextIterator() {
        TableDescription table = fixture.createTable("t", StreamViewType.KEYS_ONLY);
        fixture.put("t", "k", "a");
        fixture.put("t", "k", "b");
        fixture.switchStream("t", null);
        String arn = Objects.requireNonNull(table.latestStreamArn());
        for (ShardDescription shard : streamOf(table).shards()) {
            String iterator = fixture.iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null);
            GetRecordsResponse page = fixture.records(iterator, 1);
            if (page.records().isEmpty()) {
                assertThat(page.nextShardIterator()).isNull();
            } else {
                String next = Objects.requireNonNull(page.nextShardIterator());
                assertThat(fixture.records(next, 1).records()).hasSize(1);
                assertThat(fixture.records(next, 1).nextShardIterator()).isNull();
            }
        }
    }

    @Test
    void anOpenShardAlwaysHasANextIterator() {
        TableDescription table = fixture.createTable("t", StreamViewType.KEYS_ONLY);
        String arn = Objects.requireNonNull(table.latestStreamArn());
        ShardDescription shard = streamOf(table).shards().getFirst();
        String iterator = fixture.iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null);
        Set<String> seen = new HashSet<>(List.of(iterator));
        for (int i = 0; i < 5; i++) {
            iterator = Objects.requireNonNull(fixture.records(iterator, 1).nextShardIterator());
            assertThat(seen.add(iterator)).isTrue();
        }
    }

    @Test
    void iteratorsStartWhereTheirTypeSays() {
        TableDescription table = fixture.createTable("t", StreamViewType.KEYS_ONLY);
        String arn = Objects.requireNonNull(table.latestStreamArn());
        for (String value : List.of("a", "b", "c")) {
            fixture.put("t", "k", value);
        }
        List<StreamRecord> all = fixture.recordsOf("t");
        String second = all.get(1).sequenceNumber();
        ShardDescription shard = shardHolding(arn, second);
        assertThat(numbers(arn, shard, ShardIteratorType.AT_SEQUENCE_NUMBER, second)).hasSize(2);
        assertThat(numbers(arn, shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, second)).hasSize(1);
        assertThat(numbers(arn, shard, ShardIteratorType.LATEST, null)).isEmpty();
        assertThat(
                        numbers(
                                arn,
                                shard,
                                ShardIteratorType.AT_SEQUENCE_NUMBER,
                                shard.startingSequenceNumber()))
                .hasSize(3);
    }

    @Test
    void theStartingNumberSeenWhileAShardIsOpenStaysGoodWhenItIsClosed() {
        TableDescription table = fixture.createTable("t", StreamViewType.KEYS_ONLY);
        String arn = Objects.requireNonNull(table.latestStreamArn());
        List<ShardDescription> open = streamOf(table).shards();
        fixture.put("t", "k", "v");
        fixture.switchStream("t", null);
        List<String> read =
                open.stream()
                        .flatMap(shard ->
                                numbers(
                                        arn,
                                        shard,
                                        ShardIteratorType.AT_SEQUENCE_NUMBER,
                                        shard.startingSequenceNumber())
                                        .stream())
                        .toList();
        assertThat(read).hasSize(1);
    }

    @Test
    void aNumberBeforeTheShardIsTrimmed() {
        TableDescription table = fixture.createTable("t", StreamViewType.KEYS_ONLY);
        String arn = Objects.requireNonNull(table.latestStreamArn());
        ShardDescription shard = streamOf(table).shards().getFirst();
        assertThatThrownBy(() ->
                        fixture.iterator(
                                arn,
                                shard,
                                ShardIteratorType.AFTER_SEQUENCE_NUMBER,
                                "100000000000000000001"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("trimmed");
    }

    @Test
    void switchingOffAndOnGivesANewStreamAndKeepsTheOld() {
        TableDescription first = fixture.createTable("t", StreamViewType.KEYS_ONLY);
        fixture.switchStream("t", null);
        fixture.switchStream("t", StreamViewType.NEW_IMAGE);
        TableDescription second = fixture.describe("t");
        assertThat(second.latestStreamArn()).isNotEqualTo(first.latestStreamArn());
        assertThat(listed("t")).containsExactly(first.latestStreamArn(), second.latestStreamArn());
    }

    @Test
    void theStreamOfADeletedTableStaysReadable() {
        TableDescription table = fixture.createTable("t", StreamViewType.KEYS_ONLY);
        fixture.put("t", "k", "v");
        fixture.engine().deleteTable().execute(new DeleteTableRequest("t"));
        assertThatThrownBy(() ->
                        fixture.engine().describeTable().execute(new DescribeTableRequest("t")))
                .hasMessage("Requested resource not found: Table: t not found");
        assertThat(streamOf(table).streamStatus()).isEqualTo(StreamStatus.DISABLED);
        fixture.pass(Duration.ofSeconds(1));
        fixture.createTable("t", StreamViewType.KEYS_ONLY);
        assertThat(fixture.get("t", "k")).isNull();
        assertThat(listed("t")).hasSize(2);
    }

    @Test
    void everythingSurvivesARestart() {
        TableDescription table = fixture.createTable("t", StreamViewType.NEW_AND_OLD_IMAGES);
        fixture.put("t", "k", "v");
        List<StreamRecord> records = fixture.recordsOf("t");
        String arn = Objects.requireNonNull(table.latestStreamArn());
        StreamDescription stream = fixture.describeStream(arn);
        String iterator =
                fixture.iterator(
                        arn, stream.shards().getFirst(), ShardIteratorType.TRIM_HORIZON, null);
        fixture.reopen();
        assertThat(fixture.describe("t").itemCount()).isEqualTo(1);
        assertThat(fixture.describeStream(arn)).isEqualTo(stream);
        assertThat(fixture.recordsOf("t")).isEqualTo(records);
        assertThat(fixture.get("t", "k")).isNotNull();
        assertThat(fixture.records(iterator, 10).nextShardIterator()).isNotNull();
        fixture.put("t", "k", "w");
        assertThat(fixture.recordsOf("t")).hasSize(2);
    }

    @Test
    void sequenceNumbersGrowWithLongerWaits() {
        fixture.createTable("t", StreamViewType.KEYS_ONLY);
        fixture.put("t", "k", "a");
        fixture.put("t", "k", "b");
        fixture.pass(Duration.ofHours(1));
        fixture.put("t", "k", "c");
        List<BigInteger> numbers =
                fixture.recordsOf("t").stream()
                        .map(each -> new BigInteger(each.sequenceNumber()))
                        .toList();
        BigInteger step = numbers.get(1).subtract(numbers.get(0));
        assertThat(numbers.get(2).subtract(numbers.get(1))).isGreaterThan(step);
    }

    private StreamDescription streamOf(TableDescription table) {
        return fixture.describeStream(Objects.requireNonNull(table.latestStreamArn()));
    }

    private List<String> listed(String table) {
        return fixture
                .engine()
                .listStreams()
                .execute(new ListStreamsRequest(table, null, 100))
                .streams()
                .stream()
                .map(StreamSummary::streamArn)
                .toList();
    }

    private ShardDescription shardHolding(String arn, String number) {
        return fixture.describeStream(arn).shards().stream()
                .filter(shard ->
                        numbers(arn, shard, ShardIteratorType.TRIM_HORIZON, null).contains(number))
                .findFirst()
                .orElseThrow();
    }

    private List<String> numbers(
            String arn, ShardDescription shard, ShardIteratorType type, @Nullable String number) {
        String iterator = fixture.iterator(arn, shard, type, number);
        return fixture.records(iterator, 1_000).records().stream()
                .map(StreamRecord::sequenceNumber)
                .toList();
    }
}
