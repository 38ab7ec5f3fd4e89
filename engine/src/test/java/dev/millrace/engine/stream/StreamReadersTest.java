package dev.millrace.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.stream.StreamReaders.StreamPosition;
import dev.millrace.engine.stream.StreamReaders.Trace;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class StreamReadersTest {
    private static final Place SHARD = Place.shard(5, 0);

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final StreamReaders readers = new StreamReaders(() -> now);

    @Test
    void whoGoesOnWithALineOfIteratorsIsOneReader() {
        readers.note(trace(1), SHARD, 100);
        readers.note(trace(1), SHARD, 200);

        assertThat(readers.positions()).containsExactly(new StreamPosition(1, SHARD, 200));
    }

    @Test
    void whoBeginsAnotherLineIsAnotherReader() {
        readers.note(trace(1), SHARD, 100);
        readers.note(trace(2), SHARD, 100);

        assertThat(readers.positions()).extracting(StreamPosition::number).containsExactly(1L, 2L);
    }

    @Test
    void whoIsDoneIsForgotten() {
        readers.note(trace(1), SHARD, 100);
        readers.leave(trace(1));

        assertThat(readers.positions()).isEmpty();
    }

    @Test
    void whoIsNotHeardOfForTheLifeOfAnIteratorIsForgotten() {
        readers.note(trace(1), SHARD, 100);
        now = now.plus(ShardIterators.LIFETIME);
        assertThat(readers.positions()).hasSize(1);

        now = now.plus(Duration.ofMillis(1));
        assertThat(readers.positions()).isEmpty();
    }

    @Test
    void noMoreAreRememberedThanTheBound() {
        for (int i = 0; i <= StreamReaders.READERS_MAX; i++) {
            readers.note(trace(i), Place.shard(5, i), 100);
        }

        assertThat(readers.positions())
                .hasSize(StreamReaders.READERS_MAX)
                .noneMatch(at -> at.shard().shardNumber() == 0);
    }

    private Trace trace(int reader) {
        return Trace.of(new ShardIterator("arn", 0, 0, now.toEpochMilli(), reader, reader));
    }
}
