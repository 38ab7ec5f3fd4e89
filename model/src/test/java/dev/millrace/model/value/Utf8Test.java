package dev.millrace.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class Utf8Test {
    private static final List<String> TEXTS =
            List.of("", "a", "ab", "b", "é", "\uD7FF", "\uE000", "\uFFFF", "😀", "😀a", "a😀");

    @Test
    void ordersAsTheBytesDo() {
        for (String left : TEXTS) {
            for (String right : TEXTS) {
                int bytes = Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));
                assertThat(Integer.signum(Utf8.ORDER.compare(left, right)))
                        .as("%s and %s", left, right)
                        .isEqualTo(Integer.signum(bytes));
            }
        }
    }

    @Test
    void countsTheBytes() {
        for (String text : TEXTS) {
            assertThat(Utf8.length(text)).as(text).isEqualTo(text.getBytes(UTF_8).length);
        }
    }
}
