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
import java.util.List;
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
    void jarIsFoundBesideTheFile() throws IOException {
        Path jar = Files.createFile(directory.resolve("bill.jar"));
        TriggerOptions triggers =
                triggers("function.a.jar = bill.jar\nfunction.a.handler = com.example.Bill");

        assertThat(triggers.functions().getFirst().code())
                .isEqualTo(new DeclaredCode.Jar(List.of(jar), "com.example.Bill"));
    }

    @Test
    void commandWorksWhereTheFileIs() throws IOException {
        TriggerOptions triggers = triggers("function.a.command = ./ship --quick");

        assertThat(triggers.functions().getFirst().code())
                .isEqualTo(new DeclaredCode.Command(List.of("./ship", "--quick"), "", directory));
    }

    @Test
    void processHasItsVariablesMemoryAndRole() throws IOException {
        FunctionDeclaration function =
                triggers(
                                "function.a.command = ship\nfunction.a.environment.CARRIER = dove\n"
                                        + "function.a.memory = 256\n"
                                        + "function.a.role = arn:aws:iam::000000000000:role/r")
                        .functions()
                        .getFirst();

        assertThat(function.environment()).isEqualTo(Map.of("CARRIER", "dove"));
        assertThat(function.memoryMegabytes()).isEqualTo(256);
        assertThat(function.role()).isEqualTo("arn:aws:iam::000000000000:role/r");
    }

    @Test
    void jarThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> triggers("function.a.jar = no.jar\nfunction.a.handler = a.B"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("'no.jar' is not one or more files");
    }

    @Test
    void jarWithoutAHandlerIsRefused() throws IOException {
        Files.createFile(directory.resolve("bill.jar"));

        assertThatThrownBy(() -> triggers("function.a.jar = bill.jar"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("function a has no handler; function.a.handler names it");
    }

    @Test
    void functionOfTwoKindsIsRefused() {
        assertThatThrownBy(() ->
                        triggers("function.a.url = http://localhost/\nfunction.a.command = b"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("function a has more than one of url, jar and command");
    }

    @Test
    void optionsOfRunningFunctionsAreTaken() throws IOException {
        FunctionOptions runs = triggers("function-instances = 5\nfunction-idle = 90s").runs();

        assertThat(runs.limits().instancesMax()).isEqualTo(5);
        assertThat(runs.limits().idleMax()).isEqualTo(Duration.ofSeconds(90));
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
    void functionWithoutCodeIsRefused() {
        assertThatThrownBy(() -> triggers("function.a.timeout = 3"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "function a has no code; function.a.url gives an address, .jar a jar,"
                                + " .command a program");
    }

    @Test
    void addressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> triggers("function.a.url = localhost:9000"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("'localhost:9000' is not an http address");
    }

    @Test
    void unknownMemberIsRefused() {
        assertThatThrownBy(() -> triggers("function.a.size = 3"))
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
