package dev.millrace.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.webserver.CloseConnectionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class SlowClientWatchTest {

    private static final Duration TURN_MAX = Duration.ofSeconds(10);

    private final AtomicLong nanoTime = new AtomicLong();
    private final SlowClientWatch watch = new SlowClientWatch(nanoTime::get, TURN_MAX);

    @AfterEach
    void leaveTheThreadUninterrupted() {
        Thread.interrupted();
    }

    @Test
    void turnOfTheLongestDurationIsLeftAlone() {
        watch.begin();
        pass(TURN_MAX);

        watch.interruptLate();

        assertThat(Thread.interrupted()).isFalse();
        assertThatCode(watch::end).doesNotThrowAnyException();
    }

    @Test
    void longerTurnIsInterrupted() {
        watch.begin();
        pass(TURN_MAX.plusNanos(1));

        watch.interruptLate();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void turnThatIsBeingInterruptedCannotEndWell() {
        watch.begin();
        pass(TURN_MAX.plusNanos(1));
        watch.interruptLate();

        assertThatThrownBy(watch::end).isInstanceOf(CloseConnectionException.class);
    }

    @Test
    void serverMayTakeAsLongAsItLikes() {
        watch.begin();
        watch.end();
        pass(TURN_MAX.multipliedBy(2));

        watch.interruptLate();

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void nextTurnHasAllItsTimeAgain() {
        watch.begin();
        pass(TURN_MAX);
        watch.begin();
        pass(TURN_MAX);

        watch.interruptLate();

        assertThat(Thread.interrupted()).isFalse();
    }

    private void pass(Duration duration) {
        nanoTime.addAndGet(duration.toNanos());
    }
}
