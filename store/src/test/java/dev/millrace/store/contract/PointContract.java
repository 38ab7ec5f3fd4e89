package dev.millrace.store.contract;

import static dev.millrace.store.contract.Texts.bytes;
import static dev.millrace.store.contract.Texts.get;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.Test;

import java.util.Random;

/// Single keys: put, get, delete.
public interface PointContract extends StoreSubject {

    int LARGE_VALUE_BYTES = 1 << 20;

    @Test
    default void missingKeyHasNoValue() {
        assertThat(store().get(ROWS, bytes("a"))).isNull();
    }

    @Test
    default void valueThatWasPutIsFound() {
        putRows("a=1");
        assertThat(get(store(), ROWS, "a")).isEqualTo("1");
    }

    @Test
    default void laterPutReplacesTheValue() {
        putRows("a=1");
        putRows("a=2");
        assertThat(get(store(), ROWS, "a")).isEqualTo("2");
    }

    @Test
    default void deletedKeyHasNoValue() {
        putRows("a=1", "b=2");
        write(new WriteBatch().delete(ROWS, bytes("a")));
        assertThat(Texts.all(store(), ROWS)).containsExactly("b=2");
    }

    @Test
    default void deletingMissingKeyChangesNothing() {
        putRows("a=1");
        write(new WriteBatch().delete(ROWS, bytes("b")));
        assertThat(Texts.all(store(), ROWS)).containsExactly("a=1");
    }

    @Test
    default void emptyKeyIsKeyLikeAnyOther() {
        putRows("=1", "a=2");
        assertThat(get(store(), ROWS, "")).isEqualTo("1");
    }

    @Test
    default void emptyValueIsNotMissing() {
        putRows("a=");
        assertThat(store().get(ROWS, bytes("a"))).isEmpty();
    }

    @Test
    default void largeValueComesBackUnchanged() {
        byte[] value = new byte[LARGE_VALUE_BYTES];
        new Random(1).nextBytes(value);
        store().write(new WriteBatch().put(RECORDS, bytes("a"), value), Durability.SYNC);
        assertThat(store().get(RECORDS, bytes("a"))).isEqualTo(value);
    }

    @Test
    default void familiesDoNotShareKeys() {
        putRows("a=1");
        assertThat(store().get(RECORDS, bytes("a"))).isNull();
    }

    @Test
    default void unknownFamilyIsRefused() {
        Family unknown = new Family("unknown", Family.Use.ROWS);
        assertThatThrownBy(() -> store().get(unknown, bytes("a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void sizeEstimateIsNearTheTrueSize() {
        putRecordsOfOneKilobyte(1000);
        assertThat(store().approximateBytes(RECORDS, KeyRange.all()))
                .isBetween(500_000L, 2_000_000L);
    }

    @Test
    default void sizeEstimateOfHalfTheKeysIsAboutHalf() {
        putRecordsOfOneKilobyte(1000);
        long half = store().approximateBytes(RECORDS, KeyRange.startingAt(bytes("0500")));
        assertThat(half).isBetween(250_000L, 1_000_000L);
    }

    @Test
    default void sizeEstimateOfEmptyRangeIsZero() {
        putRecordsOfOneKilobyte(10);
        assertThat(store().approximateBytes(RECORDS, Texts.range("b", "a"))).isZero();
    }

    private void putRecordsOfOneKilobyte(int count) {
        Random random = new Random(1);
        WriteBatch batch = new WriteBatch();
        for (int i = 0; i < count; i++) {
            byte[] value = new byte[1000];
            random.nextBytes(value);
            batch.put(RECORDS, bytes("%04d".formatted(i)), value);
        }
        write(batch);
    }
}
