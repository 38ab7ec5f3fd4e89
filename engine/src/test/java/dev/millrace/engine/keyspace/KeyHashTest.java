package dev.millrace.engine.keyspace;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

class KeyHashTest {
    // The first eight bytes of `printf Outliersa | md5sum`.
    @Test
    void isTheBeginningOfTheSaltedMd5() {
        assertThat(Long.toHexString(KeyHash.of("a".getBytes(UTF_8)))).isEqualTo("f6558e516275dee2");
    }
}
