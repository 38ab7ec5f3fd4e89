package dev.millrace.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.catalog.Shard;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;

class SequenceNumberTest {
    private static final Shard PARENT = shard(1);
    private static final Shard CHILD = shard(2);

    @Test
    void hasAtLeast21DigitsAndNoLeadingZero() {
        assertThat(SequenceNumber.format(PARENT, 5)).isEqualTo("100000000000000000005");
        assertThat(SequenceNumber.format(PARENT, Long.MAX_VALUE)).hasSize(21);
    }

    @Test
    void everyNumberOfAChildIsGreaterThanEveryNumberOfItsParent() {
        assertThat(new BigInteger(SequenceNumber.format(CHILD, 0)))
                .isGreaterThan(new BigInteger(SequenceNumber.format(PARENT, Long.MAX_VALUE)));
    }

    @Test
    void namesItsPosition() {
        long position = 1_795_000_000_000L << HybridClock.COUNTER_BITS;
        String number = SequenceNumber.format(CHILD, position);
        assertThat(SequenceNumber.positionIn(CHILD, number)).isEqualTo(position);
    }

    @Test
    void ofAnEarlierGenerationMeansTheBeginning() {
        assertThat(SequenceNumber.positionIn(CHILD, SequenceNumber.format(PARENT, 77))).isZero();
    }

    @Test
    void ofALaterGenerationMeansTheEnd() {
        assertThat(SequenceNumber.positionIn(PARENT, SequenceNumber.format(CHILD, 0)))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(SequenceNumber.positionIn(PARENT, "9".repeat(40))).isEqualTo(Long.MAX_VALUE);
    }

    private static Shard shard(int generation) {
        return new Shard(
                1,
                0,
                "shardId-00000000000000000001-00000000",
                null,
                0,
                generation,
                0,
                null,
                null,
                null);
    }
}
