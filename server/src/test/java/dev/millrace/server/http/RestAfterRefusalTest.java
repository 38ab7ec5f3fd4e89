package dev.millrace.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

final class RestAfterRefusalTest {
    private final List<Long> restedMillis = new ArrayList<>();
    private long nanos;
    private final RestAfterRefusal rests =
            new RestAfterRefusal(
                    () -> nanos,
                    rest -> {
                        restedMillis.add(TimeUnit.NANOSECONDS.toMillis(rest));
                        nanos += rest;
                    });

    @Test
    void aFirstRefusalIsFollowedByNoRest() {
        rests.refused();
        assertThat(restedMillis).isEmpty();
    }

    @Test
    void eachFurtherRefusalCostsTwiceTheRestUpToALimit() {
        for (int i = 0; i < 10; i++) {
            rests.refused();
        }
        assertThat(restedMillis).containsExactly(8L, 16L, 32L, 64L, 128L, 256L, 512L, 512L, 512L);
    }

    @Test
    void aConnectionThatWasLeftInPeaceForLongBeginsAnew() {
        rests.refused();
        rests.refused();
        nanos += RestAfterRefusal.FORGOTTEN_AFTER.toNanos();
        rests.refused();
        assertThat(restedMillis).containsExactly(8L);
        rests.refused();
        assertThat(restedMillis).containsExactly(8L, 8L);
    }

    @Test
    void eachConnectionHasAStreakOfItsOwn() throws InterruptedException {
        rests.refused();
        rests.refused();
        Thread other = Thread.startVirtualThread(rests::refused);
        other.join();
        assertThat(restedMillis).containsExactly(8L);
    }
}
