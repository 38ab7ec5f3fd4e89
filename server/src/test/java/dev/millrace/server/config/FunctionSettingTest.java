package dev.millrace.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Functions and destinations of triggers in the configuration file.
class FunctionSettingTest {

    @TempDir Path directory;

    @Test
    void functionHasItsAddressAndTheUsualTimeout() throws IOException {
        assertThat(triggers("function.audit.url = http://localhost:9000/f").functions())
                .containsExactly(
                        new FunctionDeclaration(
                                "audit",
                                URI.create("http://localhost:9000/f"),
                                Duration.ofSeconds(60)));
    }

    @Test
    void timeoutIsInSeconds() throws IOException {
        TriggerOptions triggers =
                triggers("function.a.url = http://localhost/\nfunction.a.timeout = 300");

        assertThat(triggers.functions().getFirst().timeout()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void endpointsOfDestinationsAreTaken() throws IOException {
        TriggerOptions triggers =
                triggers("sqs-endpoint = http://localhost:9324/\ndestination-key-id = me");

        assertThat(triggers.destinations().sqs()).isEqualTo(URI.create("http://localhost:9324/"));
        assertThat(triggers.destinations().s3()).isNull();
        assertThat(triggers.destinations().keyId()).isEqualTo("me");
    }

    @Test
    void functionWithoutAnAddressIsRefused() {
        assertThatThrownBy(() -> triggers("function.a.timeout = 3"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("function a has no address; function.a.url gives one");
    }

    @Test
    void addressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> triggers("function.a.url = localhost:9000"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("'localhost:9000' is not an http address");
    }

    @Test
    void unknownMemberIsRefused() {
        assertThatThrownBy(() -> triggers("function.a.memory = 3"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("functions have function.NAME.url");
    }

    @Test
    void nameThatNoFunctionCanHaveIsRefused() {
        assertThatThrownBy(() -> triggers("function.a.b.url = http://localhost/"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("functions have function.NAME.url");
    }

    private TriggerOptions triggers(String file) throws IOException {
        Files.writeString(directory.resolve("millrace.conf"), file);
        return new Configuration(Map.of(), Map.of(), directory).resolve().triggers();
    }
}
