package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineBounds;
import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.commit.QueueBounds;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.BatchGetItemRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.KeysAndAttributes;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.response.BatchGetItemResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.Item;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Requests that find no memory, or no place to wait.
class BoundedMemoryTest {
    private static final String LARGE = "x".repeat(300_000);

    private final Pages memory = new Pages();
    private final EngineFixture fixture =
            new EngineFixture(new EngineBounds(QueueBounds.BY_NUMBER, () -> 0, memory, 0));

    /// Memory for a number of pages.
    private static final class Pages implements MemoryGate {
        private int left = 1_000;

        @Override
        public boolean tryTake(long bytes) {
            return left-- > 0;
        }

        @Override
        public void giveBack() {}
    }

    @BeforeEach
    void createTable() {
        fixture.createTable("t", StreamViewType.NEW_IMAGE);
        IntStream.range(0, 12).forEach(i -> fixture.put("t", "large" + i, LARGE));
        fixture.put("t", "small", "y");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void largeItemIsNotReadWithoutMemory() {
        memory.left = 0;

        assertThrottled(() -> fixture.get("t", "large0"));
    }

    @Test
    void smallItemIsReadAllTheSame() {
        memory.left = 0;

        assertThat(fixture.get("t", "small")).isNotNull();
    }

    @Test
    void largeItemIsNotChangedWithoutMemory() {
        memory.left = 0;
        assertThrottled(() -> fixture.put("t", "large0", "changed"));
        memory.left = 1;

        assertThat(Objects.requireNonNull(fixture.get("t", "large0")).get("v"))
                .isEqualTo(EngineFixture.text(LARGE));
    }

    @Test
    void batchLeavesUnprocessedWhatThereIsNoMemoryFor() {
        memory.left = 2;
        BatchGetItemResponse answer = batch();

        int read = Objects.requireNonNull(answer.responses().get("t")).size();
        int left = Objects.requireNonNull(answer.unprocessedKeys().get("t")).keys().size();
        assertThat(read).isBetween(4, 11);
        assertThat(read + left).isEqualTo(12);
    }

    @Test
    void batchWithoutAnyMemoryIsThrottled() {
        memory.left = 0;

        assertThrottled(this::batch);
    }

    @Test
    void recordsAreNotReadWithoutMemory() {
        String iterator = iterator();
        memory.left = 0;

        assertThrottled(() -> fixture.records(iterator, 10));
    }

    @Test
    void ourOwnReadersNeedNoMemory() {
        String iterator = iterator();
        memory.left = 0;
        GetRecordsRequest request = new GetRecordsRequest(iterator, 10, Duration.ofMillis(1));

        assertThatCode(() -> fixture.engine().inside().getRecords().execute(request))
                .doesNotThrowAnyException();
    }

    @Test
    void readerForWhomThereIsNoPlaceToWaitIsThrottled() {
        String arn = Objects.requireNonNull(fixture.describe("t").latestStreamArn());
        ShardDescription shard = fixture.describeStream(arn).shards().getFirst();
        String latest = fixture.iterator(arn, shard, ShardIteratorType.LATEST, null);

        assertThrottled(() ->
                fixture.engine()
                        .getRecords()
                        .execute(new GetRecordsRequest(latest, 10, Duration.ofSeconds(1))));
        assertThat(fixture.records(latest, 10).records()).isEmpty();
    }

    private String iterator() {
        String arn = Objects.requireNonNull(fixture.describe("t").latestStreamArn());
        ShardDescription shard = fixture.describeStream(arn).shards().getFirst();
        return fixture.iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null);
    }

    private BatchGetItemResponse batch() {
        List<Item> keys =
                IntStream.range(0, 12)
                        .mapToObj(i -> Item.of(Map.of("pk", EngineFixture.text("large" + i))))
                        .toList();
        return fixture.engine()
                .batchGetItem()
                .execute(
                        new BatchGetItemRequest(
                                Map.of(
                                        "t",
                                        new KeysAndAttributes(
                                                keys,
                                                false,
                                                null,
                                                ExpressionAttributes.NONE,
                                                null)),
                                ReturnConsumedCapacity.NONE));
    }

    private static void assertThrottled(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.THROTTLING));
    }
}
