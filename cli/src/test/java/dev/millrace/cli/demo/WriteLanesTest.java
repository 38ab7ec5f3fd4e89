package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

class WriteLanesTest {

    private static final ThreadFactory THREADS = Thread.ofVirtual().factory();

    private final Queue<ItemChange> written = new ConcurrentLinkedQueue<>();

    @Test
    void changesOfOneKeyKeepTheirOrder() {
        try (WriteLanes lanes = lanes(8, written::add)) {
            for (int i = 0; i < 1000; i++) {
                lanes.submit(change("key" + i % 10, i));
            }
            lanes.finish();
        }
        for (int key = 0; key < 10; key++) {
            assertThat(numbers("key" + key)).hasSize(100).isSorted();
        }
    }

    @Test
    void changesOfDifferentKeysAreMadeSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);
        try (WriteLanes lanes = lanes(2, _ -> meet(both))) {
            lanes.submit(change("a", 1));
            lanes.submit(change("b", 2));
            lanes.finish();
        }
        assertThat(both.isBroken()).isFalse();
    }

    @Test
    void failureIsThrownInTheEnd() {
        try (WriteLanes lanes = lanes(2, _ -> fail())) {
            lanes.submit(change("a", 1));
            assertThatThrownBy(lanes::finish).hasMessage("no");
        }
    }

    // One change is being made and as many wait as may; one more may have come before the failure.
    @Test
    void failureStopsWhoeverSubmits() {
        try (WriteLanes lanes = lanes(1, _ -> fail())) {
            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 3 + WriteLane.WAITING_MAX; i++) {
                                    lanes.submit(change("a", i));
                                }
                            })
                    .hasMessage("no");
        }
    }

    @Test
    void nothingIsWrittenAfterAFailure() {
        try (WriteLanes lanes =
                lanes(
                        1,
                        change -> {
                            written.add(change);
                            fail();
                        })) {
            lanes.submit(change("a", 1));
            assertThatThrownBy(
                            () -> {
                                lanes.submit(change("a", 2));
                                lanes.finish();
                            })
                    .hasMessage("no");
        }
        assertThat(written).hasSize(1);
    }

    private static WriteLanes lanes(int count, Consumer<ItemChange> write) {
        return new WriteLanes(count, write, THREADS);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("nobody came", e);
        }
    }

    private static void fail() {
        throw new IllegalStateException("no");
    }

    private static ItemChange change(String key, int number) {
        return new ItemChange.Put(
                new ItemKey(key), Map.of("n", AttributeValue.fromN(Integer.toString(number))));
    }

    private List<Integer> numbers(String key) {
        return written.stream()
                .filter(change -> change.key().text().equals(key))
                .map(ItemChange.Put.class::cast)
                .map(put -> put.item().get("n"))
                .map(number -> number == null ? -1 : Integer.parseInt(number.n()))
                .toList();
    }
}
