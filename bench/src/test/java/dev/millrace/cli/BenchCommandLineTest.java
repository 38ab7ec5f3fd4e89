package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/// The command as the `millrace` command line has it, once its jar is on the class path.
class BenchCommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path directory;

    @Test
    void helpNamesItOnceItsJarIsThere() {
        assertThat(run("help")).isZero();
        assertThat(out.toString()).contains("  bench ");
        assertThat(run("help", "bench")).isZero();
        assertThat(out.toString()).contains("--compare-start=COMMAND");
    }

    @Test
    void wrongOptionIsOneLineWithAHint() {
        assertThat(run("bench", "--endpont", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .isEqualTo(
                        "millrace: unknown option '--endpont' (did you mean --endpoint?);"
                                + " see 'millrace help bench'\n");
    }

    @Test
    void wrongValueIsOneLine() {
        assertThat(run("bench", "--endpoint", "http://127.0.0.1:1", "--runs", "no"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .isEqualTo(
                        "millrace: --runs must be a number from 1 to 1000, not no;"
                                + " see 'millrace help bench'\n");
    }

    @Test
    void serverThatIsNotThereIsOneLine() {
        assertThat(run("bench", "--endpoint", "http://127.0.0.1:1", "--workloads", "put"))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(err.toString())
                .matches("millrace: server A: cannot reach http://127.0.0.1:1: [^\n]+\n");
    }

    @Test
    void resultsGoToTheTerminalAndIntoFiles() {
        try (MillraceServer server = MillraceServer.start(ServerOptions.inMemory())) {
            int exitCode =
                    run(
                            "bench",
                            "--endpoint=" + server.endpoint(),
                            "--workloads=update",
                            "--seconds=1",
                            "--warmup=0",
                            "--connections=2",
                            "--rate=50",
                            "--json=out.json",
                            "--chart=out.svg");

            assertThat(err.toString()).isEmpty();
            assertThat(exitCode).isZero();
            assertThat(out.toString()).contains("update", "open 50/s");
            assertThat(directory.resolve("out.json")).content().contains("\"answered\":50,");
            assertThat(directory.resolve("out.svg")).content().contains("</svg>");
        }
    }

    private int run(String... arguments) {
        Surroundings surroundings =
                new Surroundings(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        Map.of(),
                        directory,
                        Runnable::run);
        return Commands.run(surroundings, arguments);
    }
}
