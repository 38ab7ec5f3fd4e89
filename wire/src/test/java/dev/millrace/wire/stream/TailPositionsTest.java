package dev.millrace.wire.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.error.ApiException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TailPositionsTest {
    private static final String ONE = "shardId-00000001763985600000-00000001";
    private static final String OTHER = "shardId-00000001763985600000-00010002";
    private static final String NUMBER = "101763985600000000000";

    @Test
    void positionsAreReadByShard() {
        assertThat(TailPositions.parse(ONE + ":" + NUMBER + "," + OTHER + ":" + NUMBER))
                .hasSize(2)
                .containsEntry(ONE, NUMBER)
                .containsEntry(OTHER, NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "shardId-00000001763985600000-00000001",
                "shardId-00000001763985600000-00000001:",
                "shardId-00000001763985600000-00000001:12",
                "shardId-00000001763985600000-00000001:101763985600000000000,",
                ",",
                "shard:101763985600000000000"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> TailPositions.parse(text))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("Invalid Last-Event-ID: '" + text + "' is not");
    }
}
