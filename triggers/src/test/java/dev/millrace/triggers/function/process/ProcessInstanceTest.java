package dev.millrace.triggers.function.process;

import static dev.millrace.triggers.function.process.ProcessFixture.invocation;
import static dev.millrace.triggers.function.process.ProcessFixture.log;
import static dev.millrace.triggers.function.process.ProcessFixture.plan;
import static dev.millrace.triggers.function.process.ProcessFixture.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.function.instance.Instance;
import dev.millrace.triggers.function.role.RoleSession;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Real processes that speak the runtime API: a shell script with curl.
class ProcessInstanceTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir private Path directory;
    private ProcessFixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new ProcessFixture(directory);
    }

    @Test
    void scriptAnswersWhatItMakesOfTheEvent() {
        try (Instance instance = fixture.answering("sed s/ping/pong/")) {
            assertThat(text(instance.invoke(invocation("r1", "{\"a\":\"ping\"}"))))
                    .isEqualTo("{\"a\":\"pong\"}");
        }
    }

    @Test
    void oneProcessTakesInvocationsOneAfterTheOther() {
        try (Instance instance = fixture.answering("printf \"$$\"")) {
            String first = text(instance.invoke(invocation("r1", "{}")));

            assertThat(text(instance.invoke(invocation("r2", "{}")))).isEqualTo(first);
        }
    }

    @Test
    void variablesAreThoseOfLambda() {
        try (Instance instance =
                fixture.answering(
                        "printf \"$AWS_REGION $AWS_LAMBDA_FUNCTION_NAME"
                                + " $AWS_LAMBDA_FUNCTION_MEMORY_SIZE $_HANDLER $GREETING $TZ"
                                + " $AWS_ENDPOINT_URL_DYNAMODB $AWS_EXECUTION_ENV\"")) {
            assertThat(text(instance.invoke(invocation("r1", "{}"))))
                    .isEqualTo(
                            "eu-west-1 f 512 some.handler hello :UTC http://127.0.0.1:8000"
                                    + " AWS_Lambda_provided.al2023");
        }
    }

    @Test
    void keyOfTheProcessStandsForItsRole() {
        try (Instance instance = fixture.answering("printf \"$AWS_ACCESS_KEY_ID\"")) {
            String key = text(instance.invoke(invocation("r1", "{}")));
            RoleSession session = Objects.requireNonNull(fixture.credentials.find(key));

            assertThat(session.roleArn()).isEqualTo("arn:aws:iam::123456789012:role/f");
        }
    }

    @Test
    void keyEndsWithTheProcess() {
        String key;
        try (Instance instance = fixture.answering("printf \"$AWS_ACCESS_KEY_ID\"")) {
            key = text(instance.invoke(invocation("r1", "{}")));
        }

        assertThat(fixture.credentials.find(key)).isNull();
    }

    @Test
    void homeOfTheServersUserIsNotShown() {
        try (Instance instance = fixture.answering("[ \"$HOME\" = \"$TMPDIR\" ]; printf $?")) {
            assertThat(text(instance.invoke(invocation("r1", "{}")))).isEqualTo("0");
        }
    }

    @Test
    void processThatExitsFailsTheInvocation() {
        try (Instance instance = fixture.launch(whileInvoked("exit 3"), plan(LONG, 512))) {
            assertThat(text(instance.invoke(invocation("r1", "{}"))))
                    .isEqualTo(
                            "Unhandled {\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                                    + "\"RequestId: r1 Error: Runtime exited with error: exit"
                                    + " status 3\"}");
        }
    }

    @Test
    void processThatExitedIsNotUsedAgain() {
        try (Instance instance = fixture.launch(whileInvoked("exit 3"), plan(LONG, 512))) {
            instance.invoke(invocation("r1", "{}"));

            assertThat(instance.isUsable()).isFalse();
        }
    }

    @Test
    void processThatTakesTooLongIsEndedAndTheInvocationFails() {
        try (Instance instance =
                fixture.launch(whileInvoked("sleep 60"), plan(Duration.ofMillis(1_250), 512))) {
            assertThat(text(instance.invoke(invocation("r1", "{}"))))
                    .isEqualTo(
                            "Unhandled {\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":"
                                    + "\"RequestId: r1 Error: Task timed out after 1.25"
                                    + " seconds\"}");
        }
    }

    @Test
    void whatAnEndedProcessStartedEndsToo() throws Exception {
        Path child = directory.resolve("child");
        try (Instance instance =
                fixture.launch(
                        whileInvoked("sleep 60 & echo $! >" + child + "; wait"),
                        plan(Duration.ofSeconds(1), 512))) {
            instance.invoke(invocation("r1", "{}"));
        }
        long pid = Long.parseLong(Files.readString(child).strip());

        ProcessHandle.of(pid)
                .ifPresent(left -> left.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        assertThat(ProcessHandle.of(pid)).isEmpty();
    }

    @Test
    void processThatTakesTooMuchMemoryIsEndedAndTheInvocationFails() {
        String greedy = "x=$(head -c 40000000 /dev/zero | tr '\\0' a); y=$x$x$x$x; sleep 30";
        try (Instance instance = fixture.launch(whileInvoked(greedy), plan(LONG, 128))) {
            assertThat(text(instance.invoke(invocation("r1", "{}"))))
                    .isEqualTo(
                            "Unhandled {\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                                    + "\"RequestId: r1 Error: Runtime exited with error: signal:"
                                    + " killed\"}");
        }
    }

    @Test
    void errorThatTheRuntimeTellsIsTheAnswer() {
        String told = "{\"errorType\":\"Sad\",\"errorMessage\":\"no\"}";
        String tell = "curl -sf -d '" + told + "' \"$api/invocation/$id/error\"";
        try (Instance instance = fixture.launch(whileInvoked(tell), plan(LONG, 512))) {
            assertThat(text(instance.invoke(invocation("r1", "{}"))))
                    .isEqualTo("Unhandled " + told);
        }
    }

    @Test
    void errorAtTheBeginningFailsTheInvocation() {
        String told = "{\"errorType\":\"Runtime.ImportModuleError\",\"errorMessage\":\"no\"}";
        String script =
                "curl -sf -d '"
                        + told
                        + "' \"http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/init/error\"\n";
        try (Instance instance = fixture.launch(script, plan(LONG, 512))) {
            assertThat(text(instance.invoke(invocation("r1", "{}"))))
                    .isEqualTo("Unhandled " + told);
        }
    }

    @Test
    void programThatDoesNotExistFailsTheInvocation() {
        ProcessCode nothing = new ProcessCode(List.of("/nothing/there"), directory);
        try (Instance instance = fixture.launch(nothing, plan(LONG, 512))) {
            assertThat(text(instance.invoke(invocation("r1", "{}"))))
                    .startsWith("Unhandled {\"errorType\":\"Runtime.InvalidEntrypoint\"");
        }
    }

    @Test
    void logHasWhatTheProcessWroteBetweenTheLinesOfLambda() {
        Invocation invocation = invocation("r1", "{}");
        try (Instance instance = fixture.answering("echo said >&2; printf 1")) {
            instance.invoke(invocation);
        }

        assertThat(log(invocation))
                .matches(
                        "(?s)START RequestId: r1 Version: \\$LATEST\n.*said\nEND RequestId: r1\n"
                                + "REPORT RequestId: r1\tDuration: [0-9.]+ ms\tBilled Duration:"
                                + " [0-9]+ ms\tMemory Size: 512 MB\tMax Memory Used: [0-9]+"
                                + " MB\tInit Duration: [0-9.]+ ms\t\n");
    }

    @Test
    void logIsKeptInAFileOfTheFunction() throws IOException {
        try (Instance instance = fixture.answering("echo said >&2; printf 1")) {
            instance.invoke(invocation("r1", "{}"));
        }

        assertThat(Files.readString(directory.resolve("log").resolve("f.log")))
                .containsPattern("[0-9TZ:.-]+ [0-9a-f]{32} said\n");
    }

    @Test
    void nothingIsLeftOfAClosedProcess() throws IOException {
        try (Instance instance = fixture.answering("printf 1")) {
            instance.invoke(invocation("r1", "{}"));
        }

        try (Stream<Path> left = Files.list(directory.resolve("running"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void nextLauncherEndsWhatAnEarlierOneLeft() throws Exception {
        Process left = new ProcessBuilder("sleep", "60").start();
        new RunningNotes(directory.resolve("running")).write("copy", left.toHandle());
        new ProcessLauncher(fixture.surroundings(directory));

        assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingEndsAnInvocationThatIsUnderWay() throws Exception {
        Path begun = directory.resolve("begun");
        Instance instance =
                fixture.launch(whileInvoked("echo >" + begun + "; sleep 60"), plan(LONG, 512));
        Thread closer =
                Thread.startVirtualThread(() -> {
                    while (!Files.exists(begun)) {
                        Thread.onSpinWait();
                    }
                    instance.close();
                });
        Outcome outcome = instance.invoke(invocation("r1", "{}"));
        closer.join();

        assertThat(outcome).isInstanceOf(Outcome.NotReady.class);
    }

    // Takes one invocation, then does this.
    private static String whileInvoked(String deed) {
        return """
        api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
        id=r1
        curl -sf "$api/invocation/next" >/dev/null
        """
                + deed
                + "\n";
    }
}
