package dev.millrace.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.http.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

class StartedServerTest {
    private static final Operation LIST = Operation.ofTables("ListTables");

    @TempDir Path directory;

    @Test
    void serverIsStartedMeasuredAndStopped() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command =
                "'%s' --enable-native-access=ALL-UNNAMED -cp '%s' dev.millrace.cli.Main serve"
                                .formatted(java, System.getProperty("java.class.path"))
                        + " --port {port} --data '{data}'";
        StartedServer server = StartedServer.start(recipe(command));
        try (server;
                Caller caller = new Caller(server.endpoint())) {
            assertThat(caller.ask(LIST, "{}")).contains("TableNames");
            assertThat(server.startTime()).isPositive();
            assertThat(server.residentBytes()).isGreaterThan(10_000_000);
            assertThat(directory).isNotEmptyDirectory();
        }
        assertThat(directory).isEmptyDirectory();
        assertThat(server.residentBytes()).isZero();
        try (Caller caller = new Caller(server.endpoint())) {
            assertThatThrownBy(() -> caller.ask(LIST, "{}")).isInstanceOf(BenchException.class);
        }
    }

    @Test
    void commandThatEndsIsToldWithItsLastWords() {
        StartedServer.Recipe recipe = recipe("sh -c 'echo no port {port} for me; exit 3'");

        assertThatThrownBy(() -> StartedServer.start(recipe))
                .isInstanceOf(BenchException.class)
                .hasMessageMatching("the server ended before it answered: no port \\d+ for me");
        assertThat(directory).isEmptyDirectory();
    }

    private StartedServer.Recipe recipe(String command) {
        return new StartedServer.Recipe(
                new StartCommand(command),
                Optional.empty(),
                "us-east-1",
                new Credentials("local", "local", null),
                directory);
    }
}
