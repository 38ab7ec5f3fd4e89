package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.shard.ShardOptions;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ListStreamsRequest;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.ShardIteratorType;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.store.memory.InMemoryStore;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Objects;

class StreamLimitsTest {
    private final EngineFixture fixture =
            new EngineFixture(new InMemoryStore(Keyspace.families()), ShardOptions.DEFAULT, true);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void tenDescriptionsASecondAreAnsweredAndTheEleventhIsThrottled() {
        String arn = createStream();
        for (int i = 0; i < StreamLimits.DESCRIBE_STREAM_PER_SECOND; i++) {
            assertThat(fixture.describeStream(arn).streamArn()).isEqualTo(arn);
        }
        assertRefused(ApiError.THROTTLING, "Rate exceeded", () -> fixture.describeStream(arn));
        fixture.pass(Duration.ofMillis(100));
        assertThat(fixture.describeStream(arn).streamArn()).isEqualTo(arn);
        assertRefused(ApiError.THROTTLING, "Rate exceeded", () -> fixture.describeStream(arn));
    }

    @Test
    void fiveListsASecondAreAnsweredAndTheSixthIsThrottled() {
        for (int i = 0; i < StreamLimits.LIST_STREAMS_PER_SECOND; i++) {
            list();
        }
        assertRefused(ApiError.THROTTLING, "Rate exceeded", this::list);
        fixture.pass(Duration.ofSeconds(1));
        list();
    }

    @Test
    void aThirdReaderOfAShardWaitsUntilOneOfTheOthersPauses() {
        String arn = createStream();
        ShardDescription shard = fixture.describeStream(arn).shards().getFirst();
        String first = fixture.iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null);
        String second = fixture.iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null);
        String third = fixture.iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null);
        fixture.records(first, 1);
        GetRecordsResponse page = fixture.records(second, 1);
        assertRefused(ApiError.LIMIT_EXCEEDED, "Rate exceeded", () -> fixture.records(third, 1));
        fixture.pass(Duration.ofMillis(ShardReaders.READING_MILLIS));
        fixture.records(Objects.requireNonNull(page.nextShardIterator()), 1);
        fixture.pass(Duration.ofMillis(1));
        assertThat(fixture.records(third, 1).records()).isEmpty();
        assertRefused(ApiError.LIMIT_EXCEEDED, "Rate exceeded", () -> fixture.records(first, 1));
    }

    @Test
    void readersOfOtherShardsDoNotCount() {
        String arn = createStream();
        for (ShardDescription shard : fixture.describeStream(arn).shards()) {
            String iterator = fixture.iterator(arn, shard, ShardIteratorType.LATEST, null);
            assertThat(fixture.records(iterator, 1).records()).isEmpty();
        }
    }

    @Test
    void withoutTheOptionNothingIsLimited() {
        try (EngineFixture free = new EngineFixture()) {
            String arn =
                    Objects.requireNonNull(
                            free.createTable("t", StreamViewType.KEYS_ONLY).latestStreamArn());
            for (int i = 0; i < 100; i++) {
                assertThat(free.describeStream(arn).streamArn()).isEqualTo(arn);
            }
        }
    }

    private String createStream() {
        return Objects.requireNonNull(
                fixture.createTable("t", StreamViewType.KEYS_ONLY).latestStreamArn());
    }

    private void list() {
        fixture.engine().listStreams().execute(new ListStreamsRequest(null, null, 100));
    }

    private static void assertRefused(ApiError error, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.error()).isEqualTo(error))
                .hasMessageStartingWith(message);
    }
}
