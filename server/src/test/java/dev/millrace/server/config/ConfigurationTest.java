package dev.millrace.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.shard.ShardOptions;
import dev.millrace.store.Durability;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class ConfigurationTest {
    private static final TableBehaviour TABLES =
            new TableBehaviour(Duration.ofSeconds(5), Duration.ofSeconds(7), true);

    @TempDir Path directory;

    @Test
    void withoutAnyPlaceTheDefaultsHold() {
        assertThat(resolve(Map.of(), Map.of()))
                .isEqualTo(
                        new ServerOptions(
                                8000,
                                "127.0.0.1",
                                directory.resolve("millrace-data"),
                                null,
                                "us-east-1",
                                "000000000000",
                                Durability.SYNC));
    }

    @Test
    void fileWinsOverDefault() throws IOException {
        write("millrace.conf", "port = 8001");

        assertThat(resolve(Map.of(), Map.of()).port()).isEqualTo(8001);
    }

    @Test
    void environmentWinsOverFile() throws IOException {
        write("millrace.conf", "port = 8001");

        assertThat(resolve(Map.of(), Map.of("MILLRACE_PORT", "8002")).port()).isEqualTo(8002);
    }

    @Test
    void commandLineWinsOverEnvironment() {
        ServerOptions options =
                resolve(Map.of(Options.PORT, "8003"), Map.of("MILLRACE_PORT", "8002"));

        assertThat(options.port()).isEqualTo(8003);
    }

    @Test
    void everyOptionCanStandInTheEnvironment() {
        Map<String, String> environment =
                Map.of(
                        "MILLRACE_PORT", "1",
                        "MILLRACE_HOST", "0.0.0.0",
                        "MILLRACE_DATA", "elsewhere",
                        "MILLRACE_STREAMS_PORT", "2",
                        "MILLRACE_REGION", "eu-central-1",
                        "MILLRACE_ACCOUNT", "123456789012",
                        "MILLRACE_DURABILITY", "relaxed",
                        "MILLRACE_STATUS_DELAY", "5",
                        "MILLRACE_TTL_INTERVAL", "7",
                        "MILLRACE_THROTTLING", "true");

        assertThat(resolve(Map.of(), environment))
                .isEqualTo(
                        new ServerOptions(
                                        1,
                                        "0.0.0.0",
                                        directory.resolve("elsewhere"),
                                        2,
                                        "eu-central-1",
                                        "123456789012",
                                        Durability.RELAXED)
                                .withTables(TABLES));
    }

    @Test
    void everyOptionCanStandInTheFile() throws IOException {
        write(
                "millrace.conf",
                """
                # all of them
                port = 1
                host = 0.0.0.0
                data = elsewhere
                in-memory = false
                streams-port = 2
                region = eu-central-1
                account = 123456789012
                durability = relaxed
                status-delay = 5
                ttl-interval = 7
                throttling = true
                """);

        assertThat(resolve(Map.of(), Map.of()))
                .isEqualTo(
                        new ServerOptions(
                                        1,
                                        "0.0.0.0",
                                        directory.resolve("elsewhere"),
                                        2,
                                        "eu-central-1",
                                        "123456789012",
                                        Durability.RELAXED)
                                .withTables(TABLES));
    }

    @Test
    void theLifeOfShardsCanBeSetEverywhere() throws IOException {
        write(
                "millrace.conf",
                """
                shard-rollover = 10s
                stream-retention = 7d
                split-write-units = 5
                split-after = 2m
                """);

        ServerOptions options =
                resolve(
                        Map.of(ShardSettings.SPLIT_BYTES, "1000"),
                        Map.of("MILLRACE_STREAM_LIMITS", "true"));

        assertThat(options.shards())
                .isEqualTo(
                        new ShardOptions(
                                Duration.ofSeconds(10),
                                5,
                                Duration.ofMinutes(2),
                                1_000,
                                Duration.ofDays(7)));
        assertThat(options.streamLimits()).isTrue();
    }

    @Test
    void namedFileIsReadInsteadOfTheUsualOne() throws IOException {
        write("millrace.conf", "port = 8001");
        write("other.conf", "region = eu-west-2");

        ServerOptions options = resolve(Map.of(Options.CONFIG, "other.conf"), Map.of());

        assertThat(options)
                .isEqualTo(resolve(Map.of(Options.PORT, "8000", Options.REGION, "eu-west-2")));
    }

    @Test
    void environmentCanNameTheFile() throws IOException {
        write("other.conf", "port = 8004");

        assertThat(resolve(Map.of(), Map.of("MILLRACE_CONFIG", "other.conf")).port())
                .isEqualTo(8004);
    }

    @Test
    void emptyVariableCountsAsUnset() {
        assertThat(resolve(Map.of(), Map.of("MILLRACE_STREAMS_PORT", "")).streamsPort()).isNull();
    }

    @Test
    void variablesOfOthersAndOfTheLauncherAreLeftAlone() {
        Map<String, String> environment =
                Map.of("PORT", "x", "MILLRACE_JAVA_HOME", "/jdk", "MILLRACE_HOME", "/millrace");

        assertThat(resolve(Map.of(), environment).port()).isEqualTo(8000);
    }

    @Test
    void inMemoryNeedsNoDirectory() {
        assertThat(resolve(Map.of(Options.IN_MEMORY, "true")).data()).isNull();
    }

    @Test
    void inMemoryOnTheCommandLineWinsOverDirectoryInTheFile() throws IOException {
        write("millrace.conf", "data = precious");

        assertThat(resolve(Map.of(Options.IN_MEMORY, "true")).data()).isNull();
    }

    private ServerOptions resolve(Map<Option<?>, String> commandLine) {
        return resolve(commandLine, Map.of());
    }

    private ServerOptions resolve(
            Map<Option<?>, String> commandLine, Map<String, String> environment) {
        return new Configuration(commandLine, environment, directory).resolve();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
