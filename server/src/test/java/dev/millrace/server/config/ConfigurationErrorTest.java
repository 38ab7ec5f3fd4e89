package dev.millrace.server.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What the user reads for each mistake: one line that names the place.
class ConfigurationErrorTest {

    @TempDir Path directory;

    @Test
    void badPortOnTheCommandLineIsNamed() {
        refused(Map.of(Options.PORT, "80x"))
                .hasMessage("--port: '80x' is not a port from 0 to 65535");
    }

    @Test
    void portBeyondTheLastOneIsRefused() {
        refused(Map.of(Options.PORT, "65536"))
                .hasMessage("--port: '65536' is not a port from 0 to 65535");
    }

    @Test
    void badPortInTheEnvironmentIsNamed() {
        refused(Map.of(), Map.of("MILLRACE_PORT", "-1"))
                .hasMessage("MILLRACE_PORT: '-1' is not a port from 0 to 65535");
    }

    @Test
    void badPortInTheFileIsNamed() throws IOException {
        refusedFile("port = none")
                .hasMessage(
                        "port in "
                                + directory.resolve("millrace.conf")
                                + ": 'none' is not a port from 0 to 65535");
    }

    @Test
    void accountMustHaveTwelveDigits() {
        refused(Map.of(Options.ACCOUNT, "12345"))
                .hasMessage("--account: '12345' is not an account of 12 digits");
    }

    @Test
    void regionMustLookLikeOne() {
        refused(Map.of(Options.REGION, "US East"))
                .hasMessage("--region: 'US East' is not a region like us-east-1");
    }

    @Test
    void delayIsAtMostAnHour() {
        refused(Map.of(Options.STATUS_DELAY, "3601"))
                .hasMessage("--status-delay: '3601' is not a number of seconds from 0 to 3600");
    }

    @Test
    void intervalIsAtLeastASecond() {
        refused(Map.of(Options.TTL_INTERVAL, "0"))
                .hasMessage("--ttl-interval: '0' is not a number of seconds from 1 to 3600");
    }

    @Test
    void durabilityMustBeKnown() {
        refused(Map.of(Options.DURABILITY, "fast"))
                .hasMessage("--durability: 'fast' is not sync or relaxed");
    }

    @Test
    void inMemoryMustBeTrueOrFalse() {
        refused(Map.of(), Map.of("MILLRACE_IN_MEMORY", "yes"))
                .hasMessage("MILLRACE_IN_MEMORY: 'yes' is not true or false");
    }

    @Test
    void hostMustNotBeEmpty() {
        refused(Map.of(Options.HOST, "")).hasMessage("--host: '' is not a host name or an address");
    }

    @Test
    void dataMustNotBeEmpty() {
        refused(Map.of(Options.DATA, "")).hasMessage("--data: '' is not a directory name");
    }

    @Test
    void unknownVariableIsNamedWithTheNearestKnownOne() {
        refused(Map.of(), Map.of("MILLRACE_PROT", "8000"))
                .hasMessage(
                        "environment variable MILLRACE_PROT is not an option of Millrace (did"
                                + " you mean MILLRACE_PORT?)");
    }

    @Test
    void unknownKeyInTheFileIsNamedWithTheNearestKnownOne() throws IOException {
        refusedFile("streams_port = 1")
                .hasMessage(
                        directory.resolve("millrace.conf")
                                + ": 'streams_port' is not an option of Millrace (did you mean"
                                + " streams-port?)");
    }

    @Test
    void keyUnlikeAnyKnownOneIsNamedAlone() throws IOException {
        refusedFile("something-else = 1")
                .hasMessage(
                        directory.resolve("millrace.conf")
                                + ": 'something-else' is not an option of Millrace");
    }

    @Test
    void fileCannotNameAnotherFile() throws IOException {
        refusedFile("config = other.conf")
                .hasMessage(
                        directory.resolve("millrace.conf")
                                + ": 'config' is not an option of Millrace");
    }

    @Test
    void missingNamedFileIsAnError() {
        refused(Map.of(Options.CONFIG, "missing.conf"))
                .hasMessage(
                        "configuration file "
                                + directory.resolve("missing.conf")
                                + " does not exist");
    }

    @Test
    void directoryInPlaceOfTheFileIsAnError() throws IOException {
        Files.createDirectory(directory.resolve("folder"));

        refused(Map.of(Options.CONFIG, "folder"))
                .hasMessageStartingWith(
                        "configuration file " + directory.resolve("folder") + " cannot be read (");
    }

    @Test
    void fileInAnotherEncodingIsAnError() throws IOException {
        Path file = directory.resolve("millrace.conf");
        Files.write(file, new byte[] {'#', (byte) 0xE9});

        refused(Map.of()).hasMessage("configuration file " + file + " is not in UTF-8");
    }

    @Test
    void malformedEscapeInTheFileIsAnError() throws IOException {
        refusedFile("data = \\u12")
                .hasMessage(
                        "configuration file "
                                + directory.resolve("millrace.conf")
                                + " has a malformed \\u escape");
    }

    @Test
    void streamsPortMustDifferFromThePort() {
        refused(Map.of(Options.STREAMS_PORT, "8000"))
                .hasMessage("--streams-port: 8000 is already the port of the tables");
    }

    @Test
    void directoryAndMemoryFromOnePlaceContradictEachOther() {
        refused(Map.of(Options.IN_MEMORY, "true", Options.DATA, "there"))
                .hasMessage("--data and --in-memory contradict each other; use one of the two");
    }

    @Test
    void directoryOnTheCommandLineIsNotSilentlyKeptInMemory() {
        refused(Map.of(Options.DATA, "there"), Map.of("MILLRACE_IN_MEMORY", "true"))
                .hasMessage(
                        "--data and MILLRACE_IN_MEMORY contradict each other; use one of the two");
    }

    private AbstractThrowableAssert<?, ?> refusedFile(String text) throws IOException {
        Files.writeString(directory.resolve("millrace.conf"), text);
        return refused(Map.of());
    }

    private AbstractThrowableAssert<?, ?> refused(Map<Option<?>, String> commandLine) {
        return refused(commandLine, Map.of());
    }

    private AbstractThrowableAssert<?, ?> refused(
            Map<Option<?>, String> commandLine, Map<String, String> environment) {
        Configuration configuration = new Configuration(commandLine, environment, directory);
        return assertThatThrownBy(configuration::resolve)
                .isInstanceOf(ConfigurationException.class);
    }
}
