package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.stream.Traffic;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamViewType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

@Timeout(60)
class WaitingGetRecordsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Executor VIRTUAL = Thread::startVirtualThread;

    private final EngineFixture fixture = new EngineFixture();
    private List<ShardDescription> shards = List.of();
    private String arn = "";

    @BeforeEach
    void createTable() {
        fixture.createTable("t", StreamViewType.NEW_IMAGE);
        arn = Objects.requireNonNull(fixture.describe("t").latestStreamArn());
        shards = fixture.describeStream(arn).shards();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aRecordThatComesIsAnsweredAtOnce() {
        List<CompletableFuture<GetRecordsResponse>> answers = waitOnEveryShard();

        fixture.put("t", "k", "v");

        GetRecordsResponse first =
                (GetRecordsResponse)
                        CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join();
        assertThat(first.records()).hasSize(1);
    }

    @Test
    void aRecordOfAnotherShardWakesNobody() {
        List<CompletableFuture<GetRecordsResponse>> answers = waitOnEveryShard();

        fixture.put("t", "k", "v");
        CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join();

        assertThat(answers.stream().filter(CompletableFuture::isDone)).hasSize(1);
        fixture.engine().readers().endWaiting();
        assertThat(answers.stream().mapToInt(each -> each.join().records().size()).sum()).isOne();
    }

    @Test
    void theEndOfTheShardEndsTheWait() {
        List<CompletableFuture<GetRecordsResponse>> answers = waitOnEveryShard();

        fixture.switchStream("t", null);

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().nextShardIterator()).isNull());
    }

    @Test
    void recordsThatAreThereAreNotWaitedFor() {
        fixture.put("t", "k", "v");

        long records =
                shards.stream()
                        .map(shard -> read(shard, ShardIteratorType.TRIM_HORIZON, Duration.ZERO))
                        .mapToInt(answer -> answer.records().size())
                        .sum();

        assertThat(records).isOne();
    }

    @Test
    void anAnswerIsEmptyWhenTheTimeIsUp() {
        GetRecordsResponse answer =
                read(shards.getFirst(), ShardIteratorType.LATEST, Duration.ofMillis(1));

        assertThat(answer.records()).isEmpty();
        assertThat(answer.nextShardIterator()).isNotNull();
    }

    @Test
    void aReaderThatWaitedIsCountedOnceAndWaitsNoMore() {
        read(shards.getFirst(), ShardIteratorType.LATEST, Duration.ofMillis(1));

        StreamFigures figures = fixture.engine().readers().measure().execute();
        assertThat(figures.waitingReaders()).isZero();
        assertThat(figures.readers()).hasSize(1);
    }

    @Test
    void closingTheEngineEndsTheWait() {
        List<CompletableFuture<GetRecordsResponse>> answers = waitOnEveryShard();

        fixture.engine().readers().endWaiting();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join().records()).isEmpty());
    }

    @Test
    void trafficIsCountedInAndOut() {
        fixture.put("t", "k", "v");
        fixture.recordsOf("t");
        fixture.recordsOf("t");

        // The keys, and the image of pk = k, v = v.
        long bytes = 3 + 3 + 2;
        assertThat(fixture.engine().readers().measure().execute().streams())
                .singleElement()
                .extracting(StreamFigures.OfStream::counts)
                .isEqualTo(new Traffic.Counts(1, bytes, 2, 2 * bytes));
    }

    @Test
    void theLagOfAReaderIsTheAgeOfTheNextRecord() {
        shards.forEach(shard -> read(shard, ShardIteratorType.LATEST, Duration.ZERO));
        fixture.put("t", "k", "v");
        fixture.pass(Duration.ofSeconds(42));

        assertThat(fixture.engine().readers().measure().execute().readers())
                .extracting(StreamFigures.OfReader::lag)
                .containsExactlyInAnyOrder(
                        Duration.ofSeconds(42), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    @Test
    void theAgeOfTheOldestRecordGrowsWithTheClock() {
        fixture.put("t", "k", "v");
        fixture.pass(Duration.ofMinutes(3));

        assertThat(fixture.engine().readers().measure().execute().streams().getFirst().shards())
                .extracting(StreamFigures.OfShard::oldestAge)
                .containsOnlyOnce(Duration.ofMinutes(3));
    }

    private List<CompletableFuture<GetRecordsResponse>> waitOnEveryShard() {
        List<CompletableFuture<GetRecordsResponse>> answers =
                shards.stream()
                        .map(shard ->
                                CompletableFuture.supplyAsync(
                                        () -> read(shard, ShardIteratorType.LATEST, LONG), VIRTUAL))
                        .toList();
        while (fixture.engine().readers().measure().execute().waitingReaders() < shards.size()) {
            Thread.onSpinWait();
        }
        return answers;
    }

    private GetRecordsResponse read(
            ShardDescription shard, ShardIteratorType type, Duration longestWait) {
        String iterator = fixture.iterator(arn, shard, type, null);
        return fixture.engine()
                .getRecords()
                .execute(new GetRecordsRequest(iterator, 1_000, longestWait));
    }
}
