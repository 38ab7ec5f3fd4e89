package dev.millrace.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;

class ResponseBufferTest {
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "5\r\nhello\r\nA;x=1\r\n, my world\r\n0\r\n\r\n";

    private final ResponseBuffer buffer = new ResponseBuffer();

    @Test
    void bodyOfKnownLengthIsCompleteWithItsLastByte() {
        buffer.clear();
        append("HTTP/1.1 400 Bad\r\nContent-Type: x\r\ncontent-LENGTH: 5\r\n\r\nhell");
        assertThat(buffer.isComplete()).isFalse();
        append("o");
        assertThat(buffer.isComplete()).isTrue();
        assertThat(buffer.status()).isEqualTo(400);
        assertThat(buffer.text()).isEqualTo("hello");
        assertThat(buffer.isLast()).isFalse();
    }

    @Test
    void chunksAreJoinedWhereverTheyAreCut() {
        for (int cut = 1; cut < CHUNKED.length(); cut++) {
            buffer.clear();
            append(CHUNKED.substring(0, cut));
            assertThat(buffer.isComplete()).as("cut at %d", cut).isFalse();
            append(CHUNKED.substring(cut));
            assertThat(buffer.isComplete()).as("cut at %d", cut).isTrue();
            assertThat(buffer.text()).isEqualTo("hello, my world");
        }
    }

    @Test
    void answerWithoutContentNeedsNoLength() {
        buffer.clear();
        append("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        assertThat(buffer.isComplete()).isTrue();
        assertThat(buffer.isLast()).isTrue();
        assertThat(buffer.text()).isEmpty();
    }

    @Test
    void answerWithoutLengthIsRefused() {
        buffer.clear();
        append("HTTP/1.1 200 OK\r\n\r\n");
        assertThatThrownBy(buffer::isComplete)
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("neither a length nor chunks");
    }

    @Test
    void bufferGrowsWithTheAnswer() {
        String body = "x".repeat(100_000);
        buffer.clear();
        append("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body);
        assertThat(buffer.isComplete()).isTrue();
        assertThat(buffer.text()).isEqualTo(body);
    }

    private void append(String text) {
        buffer.append(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }
}
