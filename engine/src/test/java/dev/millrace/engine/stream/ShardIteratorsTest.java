package dev.millrace.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class ShardIteratorsTest {
    private static final String ARN =
            "arn:aws:dynamodb:us-east-1:000000000000:table/t/stream/2026-11-22T12:00:00.000";

    private long millis = 1_795_000_000_000L;
    private final ShardIterators iterators = withSecret(1);

    private ShardIterators withSecret(int secret) {
        return new ShardIterators(() -> Instant.ofEpochMilli(millis), new byte[] {(byte) secret});
    }

    @Test
    void namesStreamShardAndPosition() {
        ShardIterator iterator = iterators.parse(iterators.issue(ARN, 3, 42));
        assertThat(iterator.streamArn()).isEqualTo(ARN);
        assertThat(iterator.shardNumber()).isEqualTo(3);
        assertThat(iterator.position()).isEqualTo(42);
    }

    @Test
    void twoOfOnePositionAreDistinct() {
        assertThat(iterators.issue(ARN, 3, 42)).isNotEqualTo(iterators.issue(ARN, 3, 42));
    }

    @Test
    void isReadByALaterRunWithTheSameSecret() {
        assertThat(withSecret(1).parse(iterators.issue(ARN, 3, 42)).position()).isEqualTo(42);
    }

    @Test
    void livesFor15MinutesAndNoLonger() {
        String issued = iterators.issue(ARN, 3, 42);
        millis += ShardIterators.LIFETIME.toMillis();
        assertThat(iterators.parse(issued).position()).isEqualTo(42);
        millis++;
        assertThatThrownBy(() -> iterators.parse(issued))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.EXPIRED_ITERATOR));
    }

    @Test
    void cannotBeCarriedOverToAnotherStream() {
        String issued = iterators.issue(ARN, 3, 42);
        assertInvalid(issued.replace("table/t/", "table/u/"));
    }

    @Test
    void cannotBeChanged() {
        String issued = iterators.issue(ARN, 3, 42);
        int at = issued.lastIndexOf('|') + 1;
        char other = issued.charAt(at) == 'A' ? 'B' : 'A';
        assertInvalid(issued.substring(0, at) + other + issued.substring(at + 1));
    }

    @Test
    void sealedWithAnotherSecretIsRefused() {
        assertInvalid(withSecret(2).issue(ARN, 3, 42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "|1|", "arn|1|AAAA", "arn|1|!!", "a|1|b|1|c"})
    void garbageIsRefused(String text) {
        assertInvalid(text);
    }

    private void assertInvalid(String text) {
        assertThatThrownBy(() -> iterators.parse(text))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.VALIDATION));
    }
}
