package dev.millrace.bench.table;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.bench.http.ResponseBuffer;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;

class ByteSearchTest {
    @Test
    void everyOccurrenceIsCounted() {
        String body = "\"eventID\"\"eventI\"eventID\" \"eventID\"x\"eventID\"";
        assertThat(ByteSearch.of("\"eventID\"").count(answer(body))).isEqualTo(4);
    }

    @Test
    void textAtTheVeryEndsIsFound() {
        assertThat(ByteSearch.of("ab").count(answer("ab--ab"))).isEqualTo(2);
        assertThat(ByteSearch.of("ab").isIn(answer("a"))).isFalse();
        assertThat(ByteSearch.of("ab").isIn(answer(""))).isFalse();
    }

    @Test
    void headIsNotSearched() {
        assertThat(ByteSearch.of("Content").isIn(answer("{}"))).isFalse();
    }

    @Test
    void stringBehindANameIsPickedOut() {
        ByteSearch next = ByteSearch.of("\"NextShardIterator\"");
        assertThat(next.stringBehind(answer("{\"NextShardIterator\" : \"abc\"}"))).hasValue("abc");
        assertThat(next.stringBehind(answer("{\"NextShardIterator\":null}"))).isEmpty();
        assertThat(next.stringBehind(answer("{}"))).isEmpty();
    }

    private static ResponseBuffer answer(String body) {
        ResponseBuffer buffer = new ResponseBuffer();
        buffer.clear();
        String text = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        buffer.append(ByteBuffer.wrap(text.getBytes(UTF_8)));
        assertThat(buffer.isComplete()).isTrue();
        return buffer;
    }
}
