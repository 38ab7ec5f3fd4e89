package dev.millrace.wire;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

class RequestIdsTest {
    @Test
    void anIdHas52CapitalsAndDigits() {
        assertThat(new RequestIds(new Random(1)).next()).matches("[A-Z0-9]{52}");
    }

    @Test
    void idsDiffer() {
        RequestIds ids = new RequestIds(new Random(1));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            seen.add(ids.next());
        }

        assertThat(seen).hasSize(1_000);
    }

    @Test
    void theChecksumIsTheUnsignedCrc32() {
        assertThat(Crc32.of("{}".getBytes(UTF_8))).isEqualTo(2_745_614_147L);
    }
}
