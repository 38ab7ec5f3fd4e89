package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class RehearseCommandTest {

    @TempDir Path directory;

    @Test
    void rehearsalSucceedsWithoutAWord() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("rehearse");

        assertThat(terminal.err()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(terminal.out()).isEmpty();
    }
}
