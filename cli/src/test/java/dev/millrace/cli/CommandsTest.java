package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class CommandsTest {

    @TempDir Path directory;

    @Test
    void versionNamesTheBuildAndTheJava() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("--version");

        assertThat(exitCode).isZero();
        assertThat(terminal.out()).matches("Millrace \\d+\\.\\d+\\.\\d+\\S* \\(Java \\d+\\S*\\)\n");
    }

    @Test
    void helpNamesEveryCommand() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("help");

        assertThat(exitCode).isZero();
        assertThat(terminal.out()).contains("  serve ", "  demo ", "  triggers ", "  help ");
    }

    @Test
    void helpHidesWhatOnlyTheLauncherUses() {
        Terminal terminal = Terminal.at(directory);

        terminal.run("help");

        assertThat(terminal.out()).doesNotContain("rehearse");
    }

    @Test
    void noCommandShowsTheHelp() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run();

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.out()).startsWith("Usage: millrace");
    }

    @Test
    void unknownCommandIsOneLineWithAHint() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("srve");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .isEqualTo(
                        "millrace: unknown command 'srve' (did you mean serve?); see 'millrace"
                                + " help'\n");
    }
}
