package dev.millrace.store.contract;

import static dev.millrace.store.contract.Texts.all;
import static dev.millrace.store.contract.Texts.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.Test;

/// Batches: order within, all or nothing, range deletion.
public interface BatchContract extends StoreSubject {

    @Test
    default void batchChangesSeveralFamilies() {
        write(
                new WriteBatch()
                        .put(ROWS, bytes("a"), bytes("1"))
                        .put(RECORDS, bytes("b"), bytes("2")));
        assertThat(all(store(), ROWS)).containsExactly("a=1");
        assertThat(all(store(), RECORDS)).containsExactly("b=2");
    }

    @Test
    default void emptyBatchChangesNothing() {
        putRows("a=1");
        store().write(new WriteBatch(), Durability.SYNC);
        assertThat(all(store(), ROWS)).containsExactly("a=1");
    }

    @Test
    default void laterPutOfBatchWins() {
        putRows("a=1", "a=2");
        assertThat(all(store(), ROWS)).containsExactly("a=2");
    }

    @Test
    default void deletionAfterPutWins() {
        write(new WriteBatch().put(ROWS, bytes("a"), bytes("1")).delete(ROWS, bytes("a")));
        assertThat(all(store(), ROWS)).isEmpty();
    }

    @Test
    default void putAfterDeletionWins() {
        putRows("a=1");
        write(new WriteBatch().delete(ROWS, bytes("a")).put(ROWS, bytes("a"), bytes("2")));
        assertThat(all(store(), ROWS)).containsExactly("a=2");
    }

    @Test
    default void rangeDeletionTakesItsFirstKeyAndLeavesItsEnd() {
        putRows("a=1", "b=2", "c=3", "d=4");
        write(new WriteBatch().deleteRange(ROWS, Texts.range("b", "d")));
        assertThat(all(store(), ROWS)).containsExactly("a=1", "d=4");
    }

    @Test
    default void rangeDeletionTakesWhatTheSameBatchPutBefore() {
        write(
                new WriteBatch()
                        .put(ROWS, bytes("b"), bytes("1"))
                        .deleteRange(ROWS, Texts.range("a", "c")));
        assertThat(all(store(), ROWS)).isEmpty();
    }

    @Test
    default void rangeDeletionLeavesWhatTheSameBatchPutsAfter() {
        putRows("a=1", "b=2");
        write(new WriteBatch().deleteRange(ROWS, KeyRange.all()).put(ROWS, bytes("b"), bytes("3")));
        assertThat(all(store(), ROWS)).containsExactly("b=3");
    }

    @Test
    default void rangeDeletionWithoutEndTakesTheLastKey() {
        putRows("a=1", "\u00ff\u00ff=2", "\u00ff\u00ff\u00ff=3");
        write(new WriteBatch().deleteRange(ROWS, KeyRange.startingAt(bytes("b"))));
        assertThat(all(store(), ROWS)).containsExactly("a=1");
    }

    @Test
    default void rangeDeletionWithoutEndTakesWhatTheSameBatchPutBehindTheLastKey() {
        putRows("a=1");
        write(
                new WriteBatch()
                        .put(ROWS, bytes("\u00ff\u00ff"), bytes("2"))
                        .deleteRange(ROWS, KeyRange.all()));
        assertThat(all(store(), ROWS)).isEmpty();
    }

    @Test
    default void rangeDeletionTakesTheEmptyKey() {
        putRows("=1", "a=2");
        write(new WriteBatch().deleteRange(ROWS, Texts.range("", "a")));
        assertThat(all(store(), ROWS)).containsExactly("a=2");
    }

    @Test
    default void rangeDeletionOfEmptyRangeChangesNothing() {
        putRows("a=1", "b=2", "c=3");
        write(
                new WriteBatch()
                        .deleteRange(ROWS, Texts.range("c", "a"))
                        .deleteRange(ROWS, Texts.range("b", "b")));
        assertThat(all(store(), ROWS)).containsExactly("a=1", "b=2", "c=3");
    }

    @Test
    default void rangeDeletionWithoutEndOfEmptyFamilyChangesNothing() {
        write(new WriteBatch().deleteRange(ROWS, KeyRange.all()));
        assertThat(all(store(), ROWS)).isEmpty();
    }

    @Test
    default void batchWithUnknownFamilyWritesNothing() {
        Family unknown = new Family("unknown", Family.Use.ROWS);
        WriteBatch batch =
                new WriteBatch()
                        .put(ROWS, bytes("a"), bytes("1"))
                        .put(unknown, bytes("b"), bytes("2"));
        assertThatThrownBy(() -> write(batch)).isInstanceOf(IllegalArgumentException.class);
        assertThat(all(store(), ROWS)).isEmpty();
    }

    @Test
    default void batchMayBeWrittenTwice() {
        WriteBatch batch = new WriteBatch().put(ROWS, bytes("a"), bytes("1"));
        write(batch);
        putRows("a=2");
        write(batch);
        assertThat(all(store(), ROWS)).containsExactly("a=1");
    }
}
