package dev.millrace.store.contract;

import static dev.millrace.store.contract.Texts.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Snapshot;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// The end of a store: everything is refused, nothing crashes.
public interface CloseContract extends StoreSubject {

    int CONCURRENT_READERS = 4;

    @Test
    default void closedStoreRefusesEveryCall() {
        store().close();
        List<ThrowingCallable> calls =
                List.of(
                        () -> store().get(ROWS, bytes("a")),
                        () -> store().scan(ROWS, KeyRange.all(), Direction.ASCENDING),
                        () -> store().snapshot(),
                        () -> putRows("a=1"),
                        () -> store().approximateBytes(ROWS, KeyRange.all()));
        assertThat(calls)
                .allSatisfy(
                        call -> assertThatThrownBy(call).isInstanceOf(IllegalStateException.class));
    }

    @Test
    default void closingTwiceDoesNothing() {
        store().close();
        store().close();
    }

    @Test
    default void cursorOfClosedStoreIsRefused() {
        putRows("a=1", "b=2");
        Cursor cursor = store().scan(ROWS, KeyRange.all(), Direction.ASCENDING);
        cursor.next();
        store().close();
        assertThatThrownBy(cursor::next).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(cursor::key).isInstanceOf(IllegalStateException.class);
        cursor.close();
    }

    @Test
    default void snapshotOfClosedStoreIsRefused() {
        Snapshot snapshot = store().snapshot();
        store().close();
        assertThatThrownBy(() -> snapshot.get(ROWS, bytes("a")))
                .isInstanceOf(IllegalStateException.class);
        snapshot.close();
    }

    @Test
    default void closingWhileReadersReadEndsEachOfThemWithIllegalState()
            throws InterruptedException {
        putRows("a=1", "b=2", "c=3");
        CountDownLatch reading = new CountDownLatch(CONCURRENT_READERS);
        List<CompletableFuture<Void>> readers =
                Stream.generate(() ->
                                CompletableFuture.runAsync(
                                        () -> readUntilRefused(reading),
                                        Thread::startVirtualThread))
                        .limit(CONCURRENT_READERS)
                        .toList();
        reading.await();
        store().close();
        assertThat(readers)
                .allSatisfy(reader ->
                        assertThatThrownBy(reader::join)
                                .hasCauseInstanceOf(IllegalStateException.class));
    }

    private void readUntilRefused(CountDownLatch reading) {
        while (true) {
            try (Snapshot snapshot = store().snapshot()) {
                assertThat(Texts.all(snapshot, ROWS)).hasSize(3);
                assertThat(store().get(ROWS, bytes("b"))).isNotNull();
            }
            reading.countDown();
        }
    }
}
