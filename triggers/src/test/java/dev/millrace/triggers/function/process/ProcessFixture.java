package dev.millrace.triggers.function.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.LogTail;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.instance.Instance;
import dev.millrace.triggers.function.log.FunctionLogs;
import dev.millrace.triggers.function.role.RoleCredentials;
import dev.millrace.triggers.mapping.LambdaNames;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Starts functions whose code is a shell script, in a directory of the test.
final class ProcessFixture {
    /// Feeds `handle`, a function of the script that reads the event and writes the answer.
    static final String LOOP =
            """
            api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
            while true; do
                headers=$(mktemp)
                event=$(curl -sf -D "$headers" "$api/invocation/next") || exit 1
                id=$(tr -d '\\r' <"$headers" | sed -n 's/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: //p')
                answer=$(printf '%s' "$event" | handle)
                curl -sf -d "$answer" "$api/invocation/$id/response" >/dev/null
            done
            """;

    final RoleCredentials credentials = new RoleCredentials(new Random(7));
    private final Path directory;
    private final ProcessLauncher launcher;

    ProcessFixture(Path directory) {
        this.directory = directory;
        this.launcher = new ProcessLauncher(surroundings(directory));
    }

    ProcessSurroundings surroundings(Path root) {
        return new ProcessSurroundings(
                new LambdaNames("eu-west-1", "123456789012"),
                URI.create("http://127.0.0.1:8000"),
                ProcessStarter.OF_SYSTEM,
                new ProcMemory(Path.of("/proc")),
                credentials,
                new FunctionLogs(
                        root.resolve("log"), 1 << 20, InstantSource.system(), ProcessFixture::fail),
                root.resolve("running"),
                root,
                System.getenv(),
                InstantSource.system(),
                System::nanoTime,
                new Random(7),
                Thread.ofVirtual().factory(),
                ProcessFixture::fail);
    }

    private static void fail(String what, Throwable cause) {
        throw new AssertionError(what, cause);
    }

    /// A function that answers each event by what `script` makes of it.
    Instance answering(String script) {
        return launch("handle() { " + script + "; }\n" + LOOP, plan(Duration.ofSeconds(20), 512));
    }

    Instance launch(String script, FunctionPlan plan) {
        try {
            Path file = directory.resolve("bootstrap");
            Files.writeString(file, "#!/usr/bin/env bash\n" + script);
            if (!file.toFile().setExecutable(true)) {
                throw new AssertionError("the script cannot be made executable");
            }
            return launcher.launch(plan, new ProcessCode(List.of(file.toString()), directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instance launch(ProcessCode code, FunctionPlan plan) {
        return launcher.launch(plan, code);
    }

    static FunctionPlan plan(Duration timeout, int megabytes) {
        return new FunctionPlan(
                "f",
                "r1",
                "provided.al2023",
                "some.handler",
                "arn:aws:iam::123456789012:role/f",
                timeout,
                megabytes,
                Map.of("GREETING", "hello"),
                null);
    }

    static Invocation invocation(String id, String payload) {
        return new Invocation(
                id,
                "arn:aws:lambda:eu-west-1:123456789012:function:f",
                Binary.of(payload.getBytes(UTF_8)),
                null,
                null,
                new LogTail());
    }

    /// The answer, or the payload of the error behind the kind of it.
    static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(Binary body) -> new String(body.bytes(), UTF_8);
            case Outcome.Failed(FunctionError error) -> error.kind() + " " + error.message();
            case Outcome.NotReady(String reason) -> "not ready: " + reason;
        };
    }

    static String log(Invocation invocation) {
        LogTail tail = invocation.logTail();
        return tail == null ? "" : new String(Base64.getDecoder().decode(tail.base64()), UTF_8);
    }
}
