package dev.millrace.store.contract;

import static dev.millrace.store.contract.Texts.all;
import static dev.millrace.store.contract.Texts.bytes;
import static dev.millrace.store.contract.Texts.get;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Snapshot;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CompletableFuture;

/// Snapshots: what they see and what they do not.
public interface SnapshotContract extends StoreSubject {

    int CONCURRENT_BATCHES = 2000;

    @Test
    default void snapshotSeesWhatWasWrittenBefore() {
        putRows("a=1");
        try (Snapshot snapshot = store().snapshot()) {
            assertThat(get(snapshot, ROWS, "a")).isEqualTo("1");
        }
    }

    @Test
    default void snapshotIsUnaffectedByLaterChanges() {
        putRows("a=1", "b=2", "c=3");
        try (Snapshot snapshot = store().snapshot()) {
            putRows("a=9", "d=4");
            write(new WriteBatch().deleteRange(ROWS, Texts.range("b", "d")));
            assertThat(all(snapshot, ROWS)).containsExactly("a=1", "b=2", "c=3");
            assertThat(get(snapshot, ROWS, "b")).isEqualTo("2");
            assertThat(get(snapshot, ROWS, "d")).isNull();
        }
    }

    @Test
    default void cursorOfSnapshotStaysUsableAfterTheSnapshotIsClosed() {
        putRows("a=1");
        Snapshot snapshot = store().snapshot();
        try (Cursor cursor = snapshot.scan(ROWS, KeyRange.all(), Direction.ASCENDING)) {
            snapshot.close();
            putRows("a=2");
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.value()).isEqualTo(bytes("1"));
        }
    }

    @Test
    default void closedSnapshotIsRefused() {
        Snapshot snapshot = store().snapshot();
        snapshot.close();
        snapshot.close();
        assertThatThrownBy(() -> snapshot.get(ROWS, bytes("a")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> snapshot.scan(ROWS, KeyRange.all(), Direction.ASCENDING))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void snapshotNeverSeesHalfOfBatch() {
        CompletableFuture<Void> writer =
                CompletableFuture.runAsync(this::writeSameValueToBothFamilies);
        while (!writer.isDone()) {
            try (Snapshot snapshot = store().snapshot()) {
                assertThat(get(snapshot, RECORDS, "a")).isEqualTo(get(snapshot, ROWS, "a"));
            }
        }
        writer.join();
    }

    private void writeSameValueToBothFamilies() {
        for (int i = 0; i < CONCURRENT_BATCHES; i++) {
            byte[] value = bytes(Integer.toString(i));
            write(new WriteBatch().put(ROWS, bytes("a"), value).put(RECORDS, bytes("a"), value));
        }
    }
}
