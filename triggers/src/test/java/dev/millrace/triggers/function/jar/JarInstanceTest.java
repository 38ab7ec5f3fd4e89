package dev.millrace.triggers.function.jar;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.LogTail;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.log.FunctionLogs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// Handlers of both kinds, loaded from a jar that holds nothing but them.
class JarInstanceTest {
    private static final String EVENT =
            "{\"Records\":[{\"eventID\":\"1\",\"eventName\":\"INSERT\",\"dynamodb\":"
                + "{\"ApproximateCreationDateTime\":1731313410,\"Keys\":{\"id\":{\"S\":\"ann\"}},"
                + "\"NewImage\":{\"id\":{\"S\":\"ann\"},\"n\":{\"N\":\"7\"}},"
                + "\"SequenceNumber\":\"12\",\"SizeBytes\":5,\"StreamViewType\":\"NEW_IMAGE\"},"
                + "\"eventSourceARN\":\"arn\"}]}";

    @TempDir private Path directory;
    private Path jar;

    @BeforeEach
    void pack() throws IOException {
        jar = directory.resolve("handlers.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream archive = new JarOutputStream(file)) {
            for (Class<?> type :
                    List.of(
                            Handlers.class,
                            Handlers.OfEvents.class,
                            Handlers.OfContexts.class,
                            Handlers.OfStreams.class,
                            Handlers.OfPojos.class,
                            Handlers.Person.class,
                            Handlers.Base.class,
                            Handlers.Derived.class,
                            Handlers.Slow.class,
                            Handlers.Counting.class,
                            Handlers.Broken.class,
                            Handlers.Silent.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                archive.putNextEntry(new JarEntry(name));
                try (InputStream content = type.getClassLoader().getResourceAsStream(name)) {
                    Objects.requireNonNull(content).transferTo(archive);
                }
                archive.closeEntry();
            }
        }
    }

    @Test
    void eventOfAStreamReachesAHandlerOfEvents() {
        assertThat(invoke(Handlers.OfEvents.class, EVENT)).isEqualTo("{\"ann\":\"7\"}");
    }

    @Test
    void handlerOfStreamsReadsAndWritesBytes() {
        assertThat(invoke(Handlers.OfStreams.class, "{\"a\":1}")).isEqualTo("{\"A\":1}");
    }

    @Test
    void handlerOfItsOwnClassesIsGivenThem() {
        assertThat(invoke(Handlers.OfPojos.class, "{\"name\":\"ann\",\"age\":41}"))
                .isEqualTo("{\"name\":\"ann\",\"age\":42}");
    }

    @Test
    void typesOfAHandlerMayComeFromTheClassThatItExtends() {
        assertThat(invoke(Handlers.Derived.class, "{\"name\":\"ann\",\"age\":41}"))
                .isEqualTo("\"ann\"");
    }

    @Test
    void answerOfNothingIsEmpty() {
        assertThat(invoke(Handlers.Silent.class, "{}")).isEmpty();
    }

    @Test
    void exceptionIsTheError() {
        assertThat(invoke(Handlers.OfPojos.class, "{\"name\":null}"))
                .startsWith(
                        "Unhandled {\"errorMessage\":\"nobody\",\"errorType\":"
                                + "\"java.lang.IllegalArgumentException\",\"stackTrace\":[\""
                                + Handlers.OfPojos.class.getName()
                                + ".handleRequest");
    }

    @Test
    void constructorThatThrowsIsTheError() {
        assertThat(invoke(Handlers.Broken.class, "{}"))
                .startsWith("Unhandled {\"errorMessage\":\"broken\"");
    }

    @Test
    void classThatIsNotThereIsTheError() {
        try (JarInstance instance = instance("no.such.Handler", Duration.ofSeconds(20))) {
            assertThat(text(instance.invoke(invocation("{}"))))
                    .contains("java.lang.ClassNotFoundException");
        }
    }

    @Test
    void classThatIsNoHandlerIsTheError() {
        assertThat(invoke(Handlers.Person.class, "{}"))
                .contains("is neither a RequestHandler nor a RequestStreamHandler");
    }

    @Test
    void handlerKeepsItsStateFromOneInvocationToTheNext() {
        try (JarInstance instance =
                instance(Handlers.Counting.class.getName(), Duration.ofSeconds(20))) {
            instance.invoke(invocation("{}"));

            assertThat(text(instance.invoke(invocation("{}")))).isEqualTo("2");
        }
    }

    @Test
    void copiesShareNothing() {
        invoke(Handlers.Counting.class, "{}");

        assertThat(invoke(Handlers.Counting.class, "{}")).isEqualTo("1");
    }

    @Test
    void classesOfTheServerAreNotSeen() {
        assertThat(invoke(Handlers.OfStreams.class, "\"loader\"")).isEqualTo("false");
    }

    @Test
    void handlerThatTakesTooLongFailsTheInvocationAndIsNotUsedAgain() {
        try (JarInstance instance =
                instance(Handlers.Slow.class.getName(), Duration.ofMillis(200))) {
            assertThat(text(instance.invoke(invocation("{}"))))
                    .contains("Sandbox.Timedout", "Task timed out after 0.20 seconds");
            assertThat(instance.isUsable()).isFalse();
        }
    }

    @Test
    void handlerIsToldWhatItsCallerTellsOfItself() {
        assertThat(
                        told(
                                "{\"client\":{\"app_title\":\"till\"},\"custom\":{\"k\":\"v\"},"
                                        + "\"env\":null,\"other\":[1]}"))
                .isEqualTo("\"till {k=v} null\"");
        assertThat(told(null)).isEqualTo("\"nothing\"");
    }

    @Test
    void contextThatIsNoObjectOfTextsFailsTheHandlerThatAsksForIt() {
        assertThat(told("{\"custom\":{\"k\":[]}}")).startsWith("Unhandled");
    }

    @Test
    void linesOfAHandlerAreInTheLog() {
        Invocation invocation = invocation("\"log\"");
        try (JarInstance instance =
                instance(Handlers.OfStreams.class.getName(), Duration.ofSeconds(20))) {
            instance.invoke(invocation);
        }
        String log =
                new String(
                        Base64.getDecoder()
                                .decode(Objects.requireNonNull(invocation.logTail()).base64()),
                        UTF_8);

        assertThat(log).contains("START RequestId: r1", "written by f", "END RequestId: r1");
    }

    private String invoke(Class<?> handler, String event) {
        try (JarInstance instance =
                instance(handler.getName() + "::handleRequest", Duration.ofSeconds(20))) {
            return text(instance.invoke(invocation(event)));
        }
    }

    private String told(@Nullable String clientContext) {
        try (JarInstance instance =
                instance(Handlers.OfContexts.class.getName(), Duration.ofSeconds(20))) {
            return text(
                    instance.invoke(
                            new Invocation(
                                    "r1", "arn", Binary.of("{}".getBytes(UTF_8)), clientContext)));
        }
    }

    private JarInstance instance(String handler, Duration timeout) {
        FunctionPlan plan =
                new FunctionPlan("f", "r1", "java", handler, "role", timeout, 128, Map.of(), null);
        return new JarInstance(
                plan,
                new JarCode(List.of(jar, library(), joda()), handler),
                new JarSurroundings(
                        new FunctionLogs(
                                directory.resolve("log"),
                                1 << 20,
                                InstantSource.system(),
                                JarInstanceTest::fail),
                        System::nanoTime,
                        () -> "copy",
                        Thread.ofPlatform().daemon().factory(),
                        JarInstanceTest::fail));
    }

    private static void fail(String what, Throwable cause) {
        throw new AssertionError(what, cause);
    }

    private static Path library() {
        return jarOf(com.amazonaws.services.lambda.runtime.events.DynamodbEvent.class);
    }

    private static Path joda() {
        return jarOf(org.joda.time.DateTime.class);
    }

    private static Path jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static Invocation invocation(String event) {
        return new Invocation(
                "r1", "arn", Binary.of(event.getBytes(UTF_8)), null, null, new LogTail());
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(Binary body) -> new String(body.bytes(), UTF_8);
            case Outcome.Failed(FunctionError error) -> error.kind() + " " + error.message();
            case Outcome.NotReady(String reason) -> "not ready: " + reason;
        };
    }
}
