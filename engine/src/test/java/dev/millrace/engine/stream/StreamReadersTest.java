package dev.millrace.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.stream.StreamReaders.StreamPosition;
import dev.millrace.engine.stream.StreamReaders.Trace;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class StreamReadersTest {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final StreamReaders readers = new StreamReaders(() -> now);

    @Test
    void whoGoesOnWithTheNextIteratorIsTheSameReader() {
        readers.move(trace(1), trace(2), 5, 0, 100);
        readers.move(trace(2), trace(3), 5, 0, 200);

        assertThat(readers.positions()).containsExactly(new StreamPosition(1, 5, 0, 200));
    }

    @Test
    void whoUsesAnIteratorASecondTimeIsAnotherReader() {
        readers.move(trace(1), trace(2), 5, 0, 100);
        readers.move(trace(1), trace(3), 5, 0, 100);

        assertThat(readers.positions()).extracting(StreamPosition::number).containsExactly(1L, 2L);
    }

    @Test
    void whoIsDoneIsForgotten() {
        readers.move(trace(1), trace(2), 5, 0, 100);
        readers.leave(trace(2));

        assertThat(readers.positions()).isEmpty();
    }

    @Test
    void whoIsNotHeardOfForTheLifeOfAnIteratorIsForgotten() {
        readers.move(trace(1), trace(2), 5, 0, 100);
        now = now.plus(ShardIterators.LIFETIME);
        assertThat(readers.positions()).hasSize(1);

        now = now.plus(Duration.ofMillis(1));
        assertThat(readers.positions()).isEmpty();
    }

    @Test
    void noMoreAreRememberedThanTheBound() {
        for (int i = 0; i <= StreamReaders.READERS_MAX; i++) {
            readers.move(trace(2 * i), trace(2 * i + 1), 5, i, 100);
        }

        assertThat(readers.positions())
                .hasSize(StreamReaders.READERS_MAX)
                .noneMatch(at -> at.shardNumber() == 0);
    }

    private Trace trace(int nonce) {
        return Trace.of(new ShardIterator("arn", 0, 0, now.toEpochMilli(), nonce));
    }
}
