package dev.millrace.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class NearestVectorsTest {
    private static final int OFFERED = 500;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 499, 500, 501})
    void keptAreTheFirstOfAllInOrder(int max) {
        Random random = new Random(max);
        NearestVectors nearest = new NearestVectors(max);
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < OFFERED; i++) {
            double rank = random.nextInt(50);
            all.add(rank);
            nearest.offer(rank, new byte[i], i);
        }
        Collections.sort(all);

        assertThat(nearest.inOrder().stream().map(NearestVectors.Near::rank))
                .isEqualTo(all.subList(0, Math.min(max, OFFERED)));
    }

    @Test
    void equallyNearStayInTheOrderInWhichTheyCame() {
        NearestVectors nearest = new NearestVectors(2);
        nearest.offer(1, new byte[0], 10);
        nearest.offer(1, new byte[0], 11);
        nearest.offer(1, new byte[0], 12);

        assertThat(nearest.inOrder().stream().map(NearestVectors.Near::vectorAt))
                .containsExactly(10, 11);
    }

    @Test
    void bytesAreThoseOfTheKeptRowsAlone() {
        NearestVectors nearest = new NearestVectors(2);
        nearest.offer(3, new byte[100], 0);
        nearest.offer(2, new byte[10], 0);
        nearest.offer(1, new byte[1], 0);
        nearest.offer(9, new byte[1_000], 0);

        assertThat(nearest.bytes()).isEqualTo(11);
    }
}
