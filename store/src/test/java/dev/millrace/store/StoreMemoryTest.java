package dev.millrace.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StoreMemoryTest {
    private static final long MEBIBYTE = 1 << 20;

    @Test
    void aSmallContainerGetsAnEighthAsCacheAndASixteenthForWriteBuffers() {
        assertThat(StoreMemory.suiting(512 * MEBIBYTE))
                .isEqualTo(new StoreMemory(64 * MEBIBYTE, 32 * MEBIBYTE));
    }

    @Test
    void aTinyContainerGetsTheLeastThatWorks() {
        assertThat(StoreMemory.suiting(64 * MEBIBYTE))
                .isEqualTo(new StoreMemory(16 * MEBIBYTE, 16 * MEBIBYTE));
    }

    @Test
    void aLargeMachineGetsNoMoreThanIsOfUse() {
        assertThat(StoreMemory.suiting(256 * 1024 * MEBIBYTE))
                .isEqualTo(new StoreMemory(1024 * MEBIBYTE, 256 * MEBIBYTE));
    }
}
