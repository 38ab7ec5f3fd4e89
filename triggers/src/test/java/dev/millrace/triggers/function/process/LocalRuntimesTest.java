package dev.millrace.triggers.function.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class LocalRuntimesTest {
    @TempDir private Path directory;
    private LocalRuntimes runtimes;

    @BeforeEach
    void install() throws IOException {
        program("node", "echo v20.3.1");
        program("python3", "echo Python 3.11.7");
        runtimes = runtimes(List.of(Path.of("client.jar")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provided",
                "provided.al2023",
                "nodejs20.x",
                "nodejs18.x",
                "python3.9",
                "python3.11",
                "java21",
                "java17.al2023",
                "java25"
            })
    void installedLanguageOfThatVersionOrANewerOneIsTaken(String runtime) {
        assertThat(runtimes.obstacle(runtime)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"nodejs22.x,20.3.1", "python3.12,3.11.7"})
    void languageThatIsOlderIsNotTaken(String runtime, String found) {
        assertThat(runtimes.obstacle(runtime))
                .isEqualTo(
                        "The runtime "
                                + runtime
                                + " is not installed on this machine, which has version "
                                + found
                                + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ruby3.3", "go1.x", "notreal"})
    void languageThatCannotBeRunIsNamed(String runtime) {
        assertThat(runtimes.obstacle(runtime))
                .isEqualTo(
                        "The runtime " + runtime + " cannot be run by this version of Millrace.");
    }

    @Test
    void javaIsNotThereWithoutItsClient() {
        assertThat(runtimes(List.of()).obstacle("java21"))
                .isEqualTo("The runtime java21 is not installed on this machine.");
    }

    @Test
    void nodeFunctionIsFedByTheProgramOfMillrace() {
        assertThat(runtimes.code("nodejs20.x", "index.handler", 128, directory).command())
                .containsExactly(
                        directory.resolve("node").toString(), "/node.mjs", "index.handler");
    }

    @Test
    void clientThatAFunctionBringsTakesItsPlace() throws IOException {
        Path client = directory.resolve("node_modules/aws-lambda-ric/bin");
        Files.createDirectories(client);
        Files.writeString(client.resolve("index.mjs"), "");

        assertThat(runtimes.code("nodejs20.x", "index.handler", 128, directory).command().get(1))
                .isEqualTo(client.resolve("index.mjs").toString());
    }

    private LocalRuntimes runtimes(List<Path> javaClient) {
        return new LocalRuntimes(
                new InstalledPrograms(
                        ProcessStarter.OF_SYSTEM,
                        Map.of("PATH", directory + ":" + System.getenv("PATH"))),
                new RuntimePaths(
                        Path.of("/node.mjs"),
                        Path.of("/nowhere"),
                        Path.of("/python.py"),
                        Path.of("/java"),
                        "25",
                        javaClient));
    }

    private void program(String name, String script) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
