package dev.millrace.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.util.List;

class JsonOutputTest {
    private final JsonOutput output = new JsonOutput();

    @Test
    void aSecondDocumentTakesThePlaceOfTheFirst() {
        output.document(() -> output.text("a", "x".repeat(10_000)));
        output.document(() -> output.whole("b", 1));

        assertThat(text()).isEqualTo("{\"b\":1}");
        assertThat(output.length()).isEqualTo(7);
    }

    @Test
    void aDocumentCanFollowOneThatFailed() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        output.document(() -> {
                            output.startObject("a");
                            throw new IllegalStateException("half way");
                        }));
        output.document(() -> output.truth("b", true));

        assertThat(text()).isEqualTo("{\"b\":true}");
    }

    @Test
    void aLargeBufferIsNotKept() {
        output.document(() -> output.text("a", "x".repeat(3_000_000)));
        output.document(() -> output.fraction("b", 0.5));

        assertThat(output.array()).hasSizeLessThan(10_000);
        assertThat(text()).isEqualTo("{\"b\":0.5}");
    }

    @Test
    void nothingIsWrittenOutsideADocument() {
        assertThatNullPointerException().isThrownBy(() -> output.text("a", "x"));
    }

    @Test
    void aTableHasTheNameThatTheRequestGaveIt() {
        String arn = "arn:aws:dynamodb:us-east-1:000000000000:table/Pets";
        assertThat(output.ofTable("Pets")).isEqualTo("Pets");

        output.nameTablesBy(List.of(arn));

        assertThat(output.ofTable("Pets")).isEqualTo(arn);
        assertThat(output.ofTable("ets")).isEqualTo("ets");
    }

    private String text() {
        return new String(output.array(), 0, output.length(), UTF_8);
    }
}
