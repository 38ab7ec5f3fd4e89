package dev.millrace.triggers.function.process;

import static dev.millrace.triggers.function.process.ProcessFixture.invocation;
import static dev.millrace.triggers.function.process.ProcessFixture.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;

import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.instance.Instance;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Java functions under AWS's published client for Java, which the build has put in place.
class JavaClientTest {
    private static final Path CLIENT = Path.of("target", "lambda-client");

    @TempDir private Path directory;
    private ProcessFixture fixture;

    /// A handler of events, as its author would write it.
    public static final class Keys implements RequestHandler<DynamodbEvent, String> {
        @Override
        public String handleRequest(DynamodbEvent event, Context context) {
            context.getLogger().log("seen by " + context.getFunctionName());
            var keys = event.getRecords().getFirst().getDynamodb().getKeys();
            return Objects.requireNonNull(keys.get("id")).getS();
        }
    }

    /// A handler that throws.
    public static final class Failing implements RequestHandler<Map<String, String>, String> {
        @Override
        public String handleRequest(Map<String, String> event, Context context) {
            throw new IllegalStateException("no " + event.get("what"));
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        fixture = new ProcessFixture(directory);
        copyClass(Keys.class);
        copyClass(Failing.class);
        Files.createDirectories(directory.resolve("lib"));
        for (Class<?> library : List.of(DynamodbEvent.class, org.joda.time.DateTime.class)) {
            Path jar =
                    Path.of(library.getProtectionDomain().getCodeSource().getLocation().getPath());
            Files.copy(jar, directory.resolve("lib").resolve(jar.getFileName()));
        }
    }

    @Test
    void eventOfAStreamReachesAHandlerOfEvents() throws IOException {
        String event =
                "{\"Records\":[{\"eventID\":\"1\",\"eventName\":\"INSERT\",\"dynamodb\":"
                        + "{\"ApproximateCreationDateTime\":1731313410,\"Keys\":{\"id\":{\"S\":"
                        + "\"ann\"}},\"SequenceNumber\":\"1\",\"SizeBytes\":5},"
                        + "\"eventSourceARN\":\"arn\"}]}";
        try (Instance instance = launch(Keys.class)) {
            assertThat(text(instance.invoke(invocation("r1", event)))).isEqualTo("\"ann\"");
        }
    }

    @Test
    void exceptionOfAHandlerIsTheError() throws IOException {
        try (Instance instance = launch(Failing.class)) {
            assertThat(text(instance.invoke(invocation("r1", "{\"what\":\"way\"}"))))
                    .startsWith(
                            "Unhandled {\"errorMessage\":\"no way\",\"errorType\":"
                                    + "\"java.lang.IllegalStateException\",\"stackTrace\":[");
        }
    }

    @Test
    void linesOfAHandlerAreInTheLog() throws IOException {
        Invocation invocation = invocation("r1", "{\"Records\":[]}");
        try (Instance instance = launch(Keys.class)) {
            instance.invoke(invocation);
        }

        assertThat(ProcessFixture.log(invocation)).contains("seen by f");
    }

    private Instance launch(Class<?> handler) throws IOException {
        FunctionPlan plan = ProcessFixture.plan(Duration.ofSeconds(60), 512);
        try (Stream<Path> jars = Files.list(CLIENT)) {
            LocalRuntimes runtimes =
                    new LocalRuntimes(
                            new InstalledPrograms(ProcessStarter.OF_SYSTEM, Map.of()),
                            new RuntimePaths(
                                    directory,
                                    directory,
                                    directory,
                                    Path.of(System.getProperty("java.home"), "bin", "java"),
                                    "25",
                                    jars.map(Path::toAbsolutePath).toList()));
            assertThat(runtimes.obstacle("java21")).isNull();
            return fixture.launch(
                    runtimes.code("java21", handler.getName(), 512, directory),
                    new FunctionPlan(
                            plan.name(),
                            plan.revision(),
                            "java21",
                            handler.getName(),
                            plan.role(),
                            plan.timeout(),
                            plan.memoryMegabytes(),
                            plan.environment(),
                            null));
        }
    }

    private void copyClass(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path target = directory.resolve(name);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream content = type.getClassLoader().getResourceAsStream(name)) {
            Files.write(target, Objects.requireNonNull(content).readAllBytes());
        }
    }
}
