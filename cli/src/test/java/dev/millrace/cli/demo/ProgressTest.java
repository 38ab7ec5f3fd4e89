package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class ProgressTest {

    private final StringWriter text = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void linesComeNowAndThen() {
        Progress progress = progress(false);
        progress.at(() -> "at once");
        pass(Duration.ofSeconds(3));
        progress.at(() -> "after a while");
        progress.at(() -> "right after that");
        assertThat(text.toString()).isEqualTo("after a while" + System.lineSeparator());
    }

    @Test
    void terminalHasOneLineThatChanges() {
        Progress progress = progress(true);
        pass(Duration.ofMillis(100));
        progress.at(() -> "writing");
        pass(Duration.ofMillis(100));
        progress.at(() -> "done");
        assertThat(text.toString()).isEqualTo("\rwriting\rdone   ");
    }

    @Test
    void terminalLineIsTakenAwayInTheEnd() {
        Progress progress = progress(true);
        pass(Duration.ofMillis(100));
        progress.at(() -> "done");
        progress.end();
        assertThat(text.toString()).isEqualTo("\rdone\r    \r");
    }

    @Test
    void nothingIsTakenAwayFromLines() {
        progress(false).end();
        assertThat(text.toString()).isEmpty();
    }

    private Progress progress(boolean isTerminal) {
        return new Progress(new PrintWriter(text), isTerminal, nanos::get);
    }

    private void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }
}
