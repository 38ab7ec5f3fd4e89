package dev.millrace.testkit.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

class SeededThreadsTest {
    private static final int THREADS = 5;

    @Test
    void sameSeedGivesTheSameOrder() {
        assertThat(order(7)).isEqualTo(order(7));
    }

    @Test
    void seedsGiveManyOrders() {
        Set<List<Integer>> orders = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            orders.add(order(seed));
        }

        assertThat(orders).hasSizeGreaterThan(50);
    }

    @Test
    void failureOfTheWorkIsThatOfTheRun() {
        SeededThreads threads = new SeededThreads(new Random(1));

        assertThatThrownBy(() ->
                        threads.run(() -> {
                            throw new IllegalStateException("broken");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    // Some threads put their number into a queue, another one takes all of them.
    private static List<Integer> order(long seed) {
        SeededThreads threads = new SeededThreads(new Random(seed));
        return threads.run(() -> {
            BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
            CompletableFuture<List<Integer>> taken = new CompletableFuture<>();
            threads.factory().newThread(() -> taken.complete(take(queue))).start();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                threads.factory().newThread(() -> queue.add(number)).start();
            }
            return taken.join();
        });
    }

    private static List<Integer> take(BlockingQueue<Integer> queue) {
        List<Integer> all = new ArrayList<>();
        try {
            while (all.size() < THREADS) {
                all.add(queue.take());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return all;
    }
}
