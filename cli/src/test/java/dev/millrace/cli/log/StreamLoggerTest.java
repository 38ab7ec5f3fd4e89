package dev.millrace.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;

class StreamLoggerTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final System.Logger logger = logger("name");

    @Test
    void warningIsOneLine() {
        logger.log(Level.WARNING, "something is odd");

        assertThat(text()).isEqualTo("2026-01-02T03:04:05.678Z WARNING name: something is odd\n");
    }

    @Test
    void parametersAreFilledIn() {
        logger.log(Level.ERROR, "{0} of {1}", "one", "two");

        assertThat(text()).endsWith("ERROR name: one of two\n");
    }

    @Test
    void messageWithoutParametersIsTakenAsItIs() {
        logger.log(Level.ERROR, "it's {0}");

        assertThat(text()).endsWith("ERROR name: it's {0}\n");
    }

    @Test
    void exceptionOfOursFollowsWithItsStackTrace() {
        logger("dev.millrace.part").log(Level.ERROR, "failed", new IllegalStateException("why"));

        assertThat(text())
                .contains(
                        "ERROR dev.millrace.part: failed\n"
                                + "java.lang.IllegalStateException: why\n"
                                + "\tat "
                                + StreamLoggerTest.class.getName());
    }

    @Test
    void exceptionOfALibraryIsNamedInTheLine() {
        logger.log(Level.WARNING, "failed", new IllegalStateException("why"));

        assertThat(text())
                .endsWith("WARNING name: failed (java.lang.IllegalStateException: why)\n");
    }

    @Test
    void informationIsDropped() {
        logger.log(Level.INFO, "all is well");

        assertThat(text()).isEmpty();
    }

    @Test
    void nothingIsLoggedAsOff() {
        assertThat(logger.isLoggable(Level.OFF)).isFalse();
    }

    @Test
    void loggersOfTheProcessAreOfThisKind() {
        assertThat(System.getLogger("any").getName()).isEqualTo("any");
        assertThat(System.LoggerFinder.getLoggerFinder()).isInstanceOf(StandardErrorLoggers.class);
    }

    private System.Logger logger(String name) {
        return new StreamLogger(
                name,
                new PrintStream(written, true, UTF_8),
                InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z")));
    }

    private String text() {
        return written.toString(UTF_8);
    }
}
