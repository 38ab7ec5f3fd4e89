package dev.millrace.transfer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;

class PausesTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private final Pauses pauses = new Pauses(end);

    @Test
    void eachPauseIsTwiceAsLongAsTheOneBefore() throws InterruptedException {
        pauses.afterFailure();
        assertThat(pauses.next()).isEqualTo(Pauses.SHORTEST.multipliedBy(2));
    }

    @Test
    void successBeginsAgainWithTheShortest() throws InterruptedException {
        pauses.afterFailure();
        pauses.reset();
        assertThat(pauses.next()).isEqualTo(Pauses.SHORTEST);
    }

    @Test
    void pauseEndsWithTheServer() {
        end.countDown();
        assertThatThrownBy(pauses::afterFailure).isInstanceOf(InterruptedException.class);
    }
}
