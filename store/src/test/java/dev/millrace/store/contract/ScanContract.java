package dev.millrace.store.contract;

import static dev.millrace.store.Direction.ASCENDING;
import static dev.millrace.store.Direction.DESCENDING;
import static dev.millrace.store.contract.Texts.bytes;
import static dev.millrace.store.contract.Texts.range;
import static dev.millrace.store.contract.Texts.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.Cursor;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.Test;

/// Scans: order, ends of the range, the life of a cursor.
public interface ScanContract extends StoreSubject {

    @Test
    default void ascendingScanComparesBytesUnsigned() {
        putRows("\u0080=4", "a=2", "\u00ff=5", "\u0000=1", "b=3");
        assertThat(scan(store(), ROWS, KeyRange.all(), ASCENDING))
                .containsExactly("\u0000=1", "a=2", "b=3", "\u0080=4", "\u00ff=5");
    }

    @Test
    default void prefixComesBeforeLongerKeys() {
        putRows("ab=4", "a\u0000=3", "a=2", "=1");
        assertThat(scan(store(), ROWS, KeyRange.all(), ASCENDING))
                .containsExactly("=1", "a=2", "a\u0000=3", "ab=4");
    }

    @Test
    default void descendingScanIsTheAscendingOneReversed() {
        putRows("b=2", "=0", "a=1", "\u00ff=3");
        assertThat(scan(store(), ROWS, KeyRange.all(), DESCENDING))
                .containsExactly("\u00ff=3", "b=2", "a=1", "=0");
    }

    @Test
    default void ascendingScanIncludesItsFirstKeyAndLeavesOutItsEnd() {
        putRows("a=1", "b=2", "c=3", "d=4");
        assertThat(scan(store(), ROWS, range("b", "d"), ASCENDING)).containsExactly("b=2", "c=3");
    }

    @Test
    default void descendingScanIncludesItsFirstKeyAndLeavesOutItsEnd() {
        putRows("a=1", "b=2", "c=3", "d=4");
        assertThat(scan(store(), ROWS, range("b", "d"), DESCENDING)).containsExactly("c=3", "b=2");
    }

    @Test
    default void scanStartsAndEndsBetweenKeys() {
        putRows("a=1", "c=3", "e=5");
        assertThat(scan(store(), ROWS, range("b", "d"), ASCENDING)).containsExactly("c=3");
        assertThat(scan(store(), ROWS, range("b", "d"), DESCENDING)).containsExactly("c=3");
    }

    @Test
    default void scanWithoutEndGoesToTheLastKey() {
        putRows("a=1", "b=2", "\u00ff\u00ff=3");
        assertThat(scan(store(), ROWS, range("b", ""), ASCENDING))
                .containsExactly("b=2", "\u00ff\u00ff=3");
        assertThat(scan(store(), ROWS, range("b", ""), DESCENDING))
                .containsExactly("\u00ff\u00ff=3", "b=2");
    }

    @Test
    default void scanOfPrefixFindsEveryKeyThatBeginsWithIt() {
        putRows("a=0", "b=1", "b\u0000=2", "b\u00ff=3", "c=4");
        assertThat(scan(store(), ROWS, KeyRange.prefix(bytes("b")), ASCENDING))
                .containsExactly("b=1", "b\u0000=2", "b\u00ff=3");
    }

    @Test
    default void scanOfEmptyRangeFindsNothing() {
        putRows("a=1", "b=2", "c=3");
        assertThat(scan(store(), ROWS, range("c", "a"), ASCENDING)).isEmpty();
        assertThat(scan(store(), ROWS, range("b", "b"), DESCENDING)).isEmpty();
    }

    @Test
    default void scanOfEmptyFamilyFindsNothing() {
        assertThat(scan(store(), RECORDS, KeyRange.all(), ASCENDING)).isEmpty();
        assertThat(scan(store(), RECORDS, KeyRange.all(), DESCENDING)).isEmpty();
    }

    @Test
    default void cursorDoesNotSeeLaterWrites() {
        putRows("a=1", "b=2");
        try (Cursor cursor = store().scan(ROWS, KeyRange.all(), ASCENDING)) {
            write(new WriteBatch().delete(ROWS, bytes("a")).put(ROWS, bytes("c"), bytes("3")));
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.key()).isEqualTo(bytes("a"));
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.next()).isFalse();
        }
    }

    @Test
    default void cursorStandsOnNoPairBeforeTheFirst() {
        putRows("a=1");
        try (Cursor cursor = store().scan(ROWS, KeyRange.all(), ASCENDING)) {
            assertThatThrownBy(cursor::key).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(cursor::value).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    default void cursorStandsOnNoPairAfterTheLastAndStaysThere() {
        putRows("a=1");
        try (Cursor cursor = store().scan(ROWS, KeyRange.all(), DESCENDING)) {
            cursor.next();
            assertThat(cursor.next()).isFalse();
            assertThat(cursor.next()).isFalse();
            assertThatThrownBy(cursor::key).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    default void closedCursorIsRefused() {
        putRows("a=1");
        Cursor cursor = store().scan(ROWS, KeyRange.all(), ASCENDING);
        cursor.next();
        cursor.close();
        cursor.close();
        assertThatThrownBy(cursor::next).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(cursor::key).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(cursor::value).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void scanOfUnknownFamilyIsRefused() {
        Family unknown = new Family("unknown", Family.Use.ROWS);
        assertThatThrownBy(() -> store().scan(unknown, KeyRange.all(), ASCENDING))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
