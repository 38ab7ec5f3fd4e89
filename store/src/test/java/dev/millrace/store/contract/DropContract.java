package dev.millrace.store.contract;

import static dev.millrace.store.contract.Texts.all;
import static dev.millrace.store.contract.Texts.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.Test;

/// Dropping ranges: the same outcome as a range deletion.
public interface DropContract extends StoreSubject {

    @Test
    default void droppedRangeTakesItsFirstKeyAndLeavesItsEnd() {
        putRows("a=1", "b=2", "c=3", "d=4");
        store().dropRange(ROWS, Texts.range("b", "d"));
        assertThat(all(store(), ROWS)).containsExactly("a=1", "d=4");
    }

    @Test
    default void droppedRangeIsGoneAfterReopening() {
        putRows("a=1", "b=2", "c=3");
        store().dropRange(ROWS, Texts.range("b", "c"));
        store().write(new WriteBatch().put(ROWS, bytes("d"), bytes("4")), Durability.SYNC);
        assertThat(all(reopenedStore(), ROWS)).containsExactly("a=1", "c=3", "d=4");
    }

    @Test
    default void whatWasReadFromFilesIsDroppedAsWell() {
        putRows("a=1", "b=2", "c=3");
        reopenedStore().dropRange(ROWS, Texts.range("a", "c"));
        assertThat(all(store(), ROWS)).containsExactly("c=3");
        assertThat(all(reopenedStore(), ROWS)).containsExactly("c=3");
    }

    @Test
    default void rangeWithoutEndCanBeDropped() {
        putRows("a=1", "\u00ff\u00ff=2", "\u00ff\u00ff\u00ff=3");
        store().dropRange(ROWS, KeyRange.startingAt(bytes("b")));
        assertThat(all(store(), ROWS)).containsExactly("a=1");
    }

    @Test
    default void droppingAnEmptyRangeDoesNothing() {
        putRows("a=1", "b=2");
        store().dropRange(ROWS, Texts.range("b", "a"));
        assertThat(all(store(), ROWS)).containsExactly("a=1", "b=2");
    }

    @Test
    default void droppingAgainDoesNothing() {
        putRows("a=1", "b=2");
        store().dropRange(ROWS, Texts.range("a", "b"));
        store().dropRange(ROWS, Texts.range("a", "b"));
        assertThat(all(store(), ROWS)).containsExactly("b=2");
    }

    @Test
    default void keysCanBeWrittenAgainAfterADrop() {
        putRows("a=1");
        store().dropRange(ROWS, KeyRange.all());
        putRows("a=2");
        assertThat(all(reopenedStore(), ROWS)).containsExactly("a=2");
    }

    @Test
    default void anOpenCursorStillSeesWhatWasDropped() {
        putRows("a=1", "b=2");
        try (Cursor cursor = reopenedStore().scan(ROWS, KeyRange.all(), Direction.ASCENDING)) {
            store().dropRange(ROWS, KeyRange.all());
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.value()).isEqualTo(bytes("1"));
        }
    }

    @Test
    default void aFamilyThatTheStoreDoesNotHaveCannotBeDropped() {
        Family other = new Family("other", Family.Use.ROWS);
        assertThatThrownBy(() -> store().dropRange(other, KeyRange.all()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
