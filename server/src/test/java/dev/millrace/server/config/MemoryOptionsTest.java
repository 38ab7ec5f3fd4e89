package dev.millrace.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.store.StoreMemory;

import org.junit.jupiter.api.Test;

final class MemoryOptionsTest {
    private static final long MEBIBYTE = 1 << 20;
    private static final StoreMemory USUAL = new StoreMemory(1, 2);

    @Test
    void whatIsNotGivenIsWhatSuitsTheMachine() {
        assertThat(MemoryOptions.DEFAULT.ofStore(USUAL)).isEqualTo(USUAL);
        assertThat(MemoryOptions.DEFAULT.answerBytes(400)).isEqualTo(100);
    }

    @Test
    void whatIsGivenIsInMegabytes() {
        MemoryOptions given = new MemoryOptions(20, 3_000, 40);
        assertThat(given.ofStore(USUAL))
                .isEqualTo(new StoreMemory(3_000 * MEBIBYTE, 40 * MEBIBYTE));
        assertThat(given.answerBytes(400)).isEqualTo(20 * MEBIBYTE);
    }
}
