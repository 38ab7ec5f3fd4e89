package dev.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class PlanReaderTest {
    private static final Map<String, String> HOME = Map.of("MILLRACE_HOME", "/opt/mill race");

    @TempDir Path directory;

    @Test
    void withoutOptionsAMillraceOfItsOwnIsMeasuredInAllWorkloads() {
        Plan plan = reader(HOME).read();

        assertThat(plan.sides()).hasSize(1);
        assertThat(plan.sides().getFirst().command().orElseThrow().text())
                .isEqualTo("'/opt/mill race/millrace' serve --port {port} --data '{data}'");
        assertThat(plan.workloads()).extracting(Workload::toString).isEqualTo(Workload.ALL);
        assertThat(plan.load().connections()).isEqualTo(64);
        assertThat(plan.timing().measured()).isEqualTo(Duration.ofSeconds(10));
        assertThat(plan.timing().rate()).isEmpty();
    }

    @Test
    void twoServersAndEverythingElseCanBeGiven() {
        Plan plan =
                reader(
                                HOME,
                                "--endpoint=http://127.0.0.1:8000",
                                "--streams-endpoint=http://127.0.0.1:8001/",
                                "--compare=https://db.example",
                                "--workloads=put,catch-up-3",
                                "--stream=off,KEYS_ONLY",
                                "--rate=500",
                                "--background=5000",
                                "--runs=3",
                                "--poll-interval=0",
                                "--json=out.json")
                        .read();

        assertThat(plan.sides())
                .extracting(side -> side.endpoint().orElseThrow())
                .containsExactly(
                        URI.create("http://127.0.0.1:8000"), URI.create("https://db.example"));
        assertThat(plan.sides()).allMatch(side -> side.command().isEmpty());
        assertThat(plan.workloads())
                .extracting(Workload::toString)
                .containsExactly("put", "catch-up-3");
        assertThat(plan.timing().rate()).hasValue(500);
        assertThat(plan.timing().background()).isEqualTo(5_000);
        assertThat(plan.json()).hasValue(directory.resolve("out.json"));
    }

    @Test
    void credentialsComeFromTheEnvironmentUnlessGiven() {
        Map<String, String> environment =
                Map.of(
                        "AWS_ACCESS_KEY_ID", "id",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_SESSION_TOKEN", "token",
                        "AWS_DEFAULT_REGION", "eu-west-1");

        PlanReader fromEnvironment = reader(environment);
        assertThat(fromEnvironment.credentials().keyId()).isEqualTo("id");
        assertThat(fromEnvironment.credentials().token()).isEqualTo("token");
        assertThat(fromEnvironment.region()).isEqualTo("eu-west-1");

        PlanReader given = reader(environment, "--access-key=other", "--region=us-west-2");
        assertThat(given.credentials().keyId()).isEqualTo("other");
        assertThat(given.credentials().token()).isNull();
        assertThat(given.region()).isEqualTo("us-west-2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--endpoint=127.0.0.1:8000 | --endpoint must be a URL like http://127.0.0.1:8000",
                "--endpoint=http://127.0.0.1/x | --endpoint must be a URL",
                "--compare=ftp://127.0.0.1 | --compare must be a URL",
                "--start=serve | the command of server A must contain {port}",
                "--workloads=put,gte | no workload is called 'gte'; there are start, put,",
                "--workloads=catch-up-0 | no workload is called 'catch-up-0'",
                "--stream=ALL | --stream must be off, KEYS_ONLY,",
                "--seconds=0 | --seconds must be a number from 1 to 86400, not 0",
                "--rate=fast | --rate must be a number from 1 to 100000000, not fast",
                "--keys=150 | --keys must be a multiple of 100",
                "--keys=100 | transact needs ten keys for each connection",
                "--item-bytes=20000 | query needs a hundred items to be no more than 1 MB",
                "--item-bytes=5 | --item-bytes must be a number from 26 to",
                "--json=no/such/file | cannot be written",
                "--directory=nowhere | is no directory"
            })
    void faultIsNamed(String argument, String message) {
        assertThatThrownBy(() -> reader(HOME, argument).read())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(message);
    }

    @Test
    void withoutAScriptAServerHasToBeNamed() {
        assertThatThrownBy(() -> reader(Map.of()).read())
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("give --endpoint or --start");
    }

    private PlanReader reader(Map<String, String> environment, String... arguments) {
        CommandSpec spec = CommandSpec.create().name("bench");
        BenchOptions options = BenchOptions.addTo(spec, environment);
        new CommandLine(spec).parseArgs(arguments);
        return new PlanReader(options, environment, directory);
    }
}
