package dev.millrace.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.catalog.ShardId;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.ListStreamsRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.memory.InMemoryStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

class ShardLifeTest {
    private static final int PARTITIONS = 4;
    private static final Duration PERIOD = Duration.ofHours(4);
    private static final Duration SPREAD = Duration.ofMinutes(30);

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void everyShardRollsOverOnceAfterFourToFourAndAHalfHours() {
        String arn = streamOf("t");
        fixture.live(PERIOD.minusMillis(1));
        assertThat(shards(arn)).hasSize(PARTITIONS);
        fixture.live(SPREAD.plusMillis(1));
        assertThat(shards(arn)).hasSize(2 * PARTITIONS);
        for (ShardDescription parent : shards(arn).subList(0, PARTITIONS)) {
            assertThat(parent.endingSequenceNumber()).isNotNull();
            assertThat(childrenOf(arn, parent))
                    .singleElement()
                    .satisfies(child -> {
                        Duration age = Duration.between(EngineFixture.START, bornAt(child));
                        assertThat(age).isBetween(PERIOD, PERIOD.plus(SPREAD));
                        assertThat(child.endingSequenceNumber()).isNull();
                    });
        }
    }

    @Test
    void shardsDoNotRollOverAtOneMoment() {
        String arn = streamOf("t");
        fixture.live(PERIOD.plus(SPREAD));
        assertThat(shards(arn).stream().map(ShardLifeTest::bornAt).distinct())
                .hasSize(1 + PARTITIONS);
    }

    @Test
    void anIdleTableShowsOneOpenAndAboutFiveClosedShardsALineageAfterADay() {
        String arn = streamOf("t");
        fixture.live(Duration.ofDays(3));
        List<ShardDescription> shards = shards(arn);
        assertThat(shards).filteredOn(shard -> isOpen(shard)).hasSize(PARTITIONS);
        assertThat(shards.size()).isBetween(PARTITIONS * 6, PARTITIONS * 7);
    }

    @Test
    void aJumpOfTheClockRollsEachShardOverOnce() {
        String arn = streamOf("t");
        fixture.pass(Duration.ofHours(20));
        fixture.engine().schedule().runDue();
        assertThat(shards(arn)).hasSize(2 * PARTITIONS);
    }

    @Test
    void changesOfAKeyAfterARollGoToTheChildAndHaveGreaterNumbers() {
        String arn = streamOf("t");
        fixture.put("t", "k", "before");
        fixture.live(PERIOD.plus(SPREAD));
        fixture.put("t", "k", "after");
        ShardDescription parent = shardWithRecords(arn, 0);
        ShardDescription child = shardWithRecords(arn, 1);
        assertThat(child.parentShardId()).isEqualTo(parent.shardId());
        assertThat(number(child.startingSequenceNumber()))
                .isGreaterThan(number(Objects.requireNonNull(parent.endingSequenceNumber())));
        assertThat(child.shardId()).isGreaterThan(parent.shardId());
    }

    @Test
    void theLastPageOfARolledShardHasNoNextIteratorAndItsChildIsThere() {
        String arn = streamOf("t");
        fixture.put("t", "k", "v");
        fixture.live(PERIOD.plus(SPREAD));
        ShardDescription parent = shardWithRecords(arn, 0);
        GetRecordsResponse page = page(arn, parent, 1);
        assertThat(page.records()).hasSize(1);
        assertThat(page.nextShardIterator()).isNull();
        assertThat(childrenOf(arn, parent)).hasSize(1);
    }

    @Test
    void aClosedShardVanishesWhenItsLastRecordIsADayOld() {
        String arn = streamOf("t");
        fixture.live(Duration.ofHours(1));
        fixture.put("t", "k", "v");
        ShardDescription shard = shardWithRecords(arn, 0);
        fixture.live(Duration.ofHours(24).minusMillis(1));
        assertThat(ids(arn)).contains(shard.shardId());
        assertThat(page(arn, shard, 10).records()).hasSize(1);
        fixture.live(Duration.ofMillis(1));
        assertThat(ids(arn)).doesNotContain(shard.shardId());
        assertThat(shards(arn))
                .extracting(ShardDescription::parentShardId)
                .contains(shard.shardId());
        assertThat(rowsOfRecords()).isZero();
    }

    @Test
    void recordsOlderThanADayCannotBeReadThoughTheirShardIsOpen() {
        try (EngineFixture lazy = withRollover(Duration.ofDays(30))) {
            lazy.createTable("t", StreamViewType.KEYS_ONLY);
            lazy.put("t", "k", "old");
            lazy.live(Duration.ofHours(12));
            lazy.put("t", "k", "new");
            StreamRecord old = lazy.recordsOf("t").getFirst();
            lazy.live(Duration.ofHours(12));
            assertThat(lazy.recordsOf("t")).hasSize(1);
            String arn = Objects.requireNonNull(lazy.describe("t").latestStreamArn());
            assertThatThrownBy(() -> iteratorAfter(lazy, arn, old))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            e -> assertThat(e.error()).isEqualTo(ApiError.TRIMMED_DATA_ACCESS));
        }
    }

    @Test
    void anIteratorWhoseRecordsWereTrimmedSinceSaysSo() {
        try (EngineFixture lazy = withRollover(Duration.ofDays(30))) {
            lazy.createTable("t", StreamViewType.KEYS_ONLY);
            lazy.put("t", "k", "first");
            lazy.put("t", "k", "second");
            StreamRecord first = lazy.recordsOf("t").getFirst();
            String arn = Objects.requireNonNull(lazy.describe("t").latestStreamArn());
            lazy.live(Duration.ofHours(24).minusMinutes(5));
            String after = iteratorAfter(lazy, arn, first);
            lazy.live(Duration.ofMinutes(10));
            assertThatThrownBy(() -> lazy.records(after, 10))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            e -> assertThat(e.error()).isEqualTo(ApiError.TRIMMED_DATA_ACCESS));
        }
    }

    @Test
    void anIteratorBehindTheLastNumberThereCanBeReadsNothing() {
        String arn = streamOf("t");
        fixture.put("t", "k", "v");
        for (ShardDescription shard : shards(arn)) {
            String iterator =
                    fixture.iterator(
                            arn, shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, "9".repeat(40));
            assertThat(fixture.records(iterator, 10).records()).isEmpty();
        }
    }

    @Test
    void anIteratorFromTheHorizonGoesAlongWithIt() {
        try (EngineFixture lazy = withRollover(Duration.ofDays(30))) {
            lazy.createTable("t", StreamViewType.KEYS_ONLY);
            lazy.put("t", "k", "first");
            String arn = Objects.requireNonNull(lazy.describe("t").latestStreamArn());
            lazy.live(Duration.ofHours(24).minusMinutes(5));
            List<String> iterators =
                    lazy.describeStream(arn).shards().stream()
                            .map(shard ->
                                    lazy.iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null))
                            .toList();
            lazy.live(Duration.ofMinutes(10));
            assertThat(iterators)
                    .allSatisfy(each -> assertThat(lazy.records(each, 10).records()).isEmpty());
        }
    }

    @Test
    void aDisabledStreamCanBeReadForADayAndThenIsGone() {
        String arn = streamOf("t");
        fixture.put("t", "k", "v");
        fixture.switchStream("t", null);
        fixture.live(Duration.ofHours(24).minusMillis(1));
        assertThat(fixture.describeStream(arn).streamArn()).isEqualTo(arn);
        fixture.live(Duration.ofMillis(1));
        assertThatThrownBy(() -> fixture.describeStream(arn))
                .isInstanceOf(ApiException.class)
                .hasMessage("Requested resource not found: Stream: " + arn + " not found");
        assertThat(streams()).isEmpty();
        assertThat(rowsOfRecords()).isZero();
        assertThat(fixture.describe("t").latestStreamArn()).isEqualTo(arn);
    }

    @Test
    void aStreamThatIsGoneLeavesNothingOnceItsTableHasANewerOne() {
        String arn = streamOf("t");
        fixture.switchStream("t", null);
        fixture.live(Duration.ofHours(25));
        fixture.switchStream("t", StreamViewType.KEYS_ONLY);
        fixture.engine().schedule().runDue();
        assertThat(streams()).hasSize(1).doesNotContain(arn);
        assertThat(rows(Keyspace.streams())).isEqualTo(1);
        assertThat(rows(Keyspace.leftovers())).isZero();
    }

    @Test
    void theStreamOfADeletedTableIsGoneAfterADay() {
        streamOf("t");
        fixture.put("t", "k", "v");
        fixture.engine().deleteTable().execute(new DeleteTableRequest("t"));
        fixture.live(Duration.ofHours(23));
        assertThat(streams()).hasSize(1);
        fixture.live(Duration.ofHours(1));
        assertThat(streams()).isEmpty();
        assertThat(rows(Keyspace.streams())).isZero();
        assertThat(rows(Keyspace.shards())).isZero();
    }

    @Test
    void theMomentsOfADayStayAsTheyAreThroughRestarts() {
        String arn = streamOf("t");
        for (int hour = 0; hour < 24; hour++) {
            fixture.live(Duration.ofHours(1));
            fixture.reopen();
        }
        assertThat(shards(arn)).filteredOn(shard -> isOpen(shard)).hasSize(PARTITIONS);
        assertThat(shards(arn).size()).isBetween(PARTITIONS * 6, PARTITIONS * 7);
    }

    private static EngineFixture withRollover(Duration rollover) {
        return new EngineFixture(
                new InMemoryStore(Keyspace.families()),
                new ShardOptions(
                        rollover, 1_000, Duration.ofMinutes(1), 1L << 33, Duration.ofHours(24)));
    }

    private String streamOf(String table) {
        return Objects.requireNonNull(
                fixture.createTable(table, StreamViewType.KEYS_ONLY).latestStreamArn());
    }

    private List<ShardDescription> shards(String arn) {
        StreamDescription stream = fixture.describeStream(arn);
        assertThat(stream.lastEvaluatedShardId()).isNull();
        return stream.shards();
    }

    private List<String> ids(String arn) {
        return shards(arn).stream().map(ShardDescription::shardId).toList();
    }

    private List<ShardDescription> childrenOf(String arn, ShardDescription parent) {
        return shards(arn).stream()
                .filter(shard -> parent.shardId().equals(shard.parentShardId()))
                .toList();
    }

    private ShardDescription shardWithRecords(String arn, int index) {
        return shards(arn).stream()
                .filter(shard -> !page(arn, shard, 1).records().isEmpty())
                .toList()
                .get(index);
    }

    private GetRecordsResponse page(String arn, ShardDescription shard, int limit) {
        return fixture.records(
                fixture.iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null), limit);
    }

    private static String iteratorAfter(EngineFixture engine, String arn, StreamRecord record) {
        Set<String> tried = new HashSet<>();
        @Nullable ApiException refused = null;
        for (ShardDescription shard : engine.describeStream(arn).shards()) {
            tried.add(shard.shardId());
            try {
                String iterator =
                        engine.iterator(
                                arn,
                                shard,
                                ShardIteratorType.AFTER_SEQUENCE_NUMBER,
                                record.sequenceNumber());
                if (holds(engine, arn, shard, record)) {
                    return iterator;
                }
            } catch (ApiException e) {
                refused = e;
            }
        }
        throw Objects.requireNonNull(refused, () -> "not in " + tried);
    }

    private static boolean holds(
            EngineFixture engine, String arn, ShardDescription shard, StreamRecord record) {
        return engine.records(engine.iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null), 10)
                .records()
                .contains(record);
    }

    private List<String> streams() {
        return fixture
                .engine()
                .listStreams()
                .execute(new ListStreamsRequest(null, null, 100))
                .streams()
                .stream()
                .map(stream -> stream.streamArn())
                .toList();
    }

    private int rowsOfRecords() {
        int rows = 0;
        try (Cursor cursor =
                fixture.store().scan(Keyspace.RECORDS, KeyRange.all(), Direction.ASCENDING)) {
            while (cursor.next()) {
                rows++;
            }
        }
        return rows;
    }

    private int rows(KeyRange range) {
        int rows = 0;
        try (Cursor cursor = fixture.store().scan(Keyspace.META, range, Direction.ASCENDING)) {
            while (cursor.next()) {
                rows++;
            }
        }
        return rows;
    }

    private static boolean isOpen(ShardDescription shard) {
        return shard.endingSequenceNumber() == null;
    }

    private static Instant bornAt(ShardDescription shard) {
        return Instant.ofEpochMilli(ShardId.bornMillis(shard.shardId()));
    }

    private static BigInteger number(String sequenceNumber) {
        return new BigInteger(sequenceNumber);
    }
}
