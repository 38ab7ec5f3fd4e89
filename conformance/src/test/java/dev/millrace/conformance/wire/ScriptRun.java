package dev.millrace.conformance.wire;

import dev.millrace.conformance.kinesis.KinesisService;
import dev.millrace.conformance.wire.Script.After;
import dev.millrace.conformance.wire.Script.Call;
import dev.millrace.conformance.wire.Script.Given;
import dev.millrace.conformance.wire.Script.Step;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.Configuration;
import dev.millrace.server.config.Option;
import dev.millrace.server.config.Options;
import dev.millrace.server.config.ServerOptions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A script while it runs, on a server of its own that keeps everything in memory and goes by a
/// manual clock.
final class ScriptRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path scripts;
    private final ManualClock clock = new ManualClock();
    private final Variables variables = new Variables();
    private final Comparison comparison = new Comparison(variables);
    private final Verdict verdict = new Verdict(comparison, variables);
    private final List<String> faults = new ArrayList<>();
    private final KinesisService kinesis = new KinesisService();
    private final MillraceServer server;
    private final WireClient client;

    private final Script script;

    /// @param scripts the directory that all scripts are in
    ScriptRun(Path scripts, Script script) {
        this.scripts = scripts;
        this.script = script;
        this.server = MillraceServer.start(options(script), clock);
        this.client = new WireClient(server.endpoint());
    }

    // A service with streams is there for scripts that ask for it by this word.
    private String value(String given) {
        return given.equals("here") ? kinesis.uri().toString() : given;
    }

    private ServerOptions options(Script script) {
        Map<Option<?>, String> given = new HashMap<>();
        given.put(Options.IN_MEMORY, "true");
        given.put(Options.PORT, "0");
        script.options().forEach((name, value) -> given.put(option(name), value(value)));
        return new Configuration(given, Map.of(), Path.of("")).resolve();
    }

    private static Option<?> option(String name) {
        return Options.ALL.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no option of a server: " + name));
    }

    /// Runs the script and says what was not as it should be.
    List<String> check() {
        script.steps().forEach(step -> check(script, step));
        return faults;
    }

    /// Runs the script and makes its expectations true.
    void rewrite() {
        ScriptWriter writer = new ScriptWriter(script, verdict, new Rewriting(comparison));
        for (Step step : script.steps()) {
            if (step instanceof Call call) {
                writer.rewrite(call, answer(call));
            } else {
                check(script, step);
            }
        }
        writer.write();
    }

    private void check(Script script, Step step) {
        switch (step) {
            case Given(String name) -> given(ScriptParser.parse(path(name)));
            case After(var time) -> server.advance(clock.instant().plus(time), clock::set);
            case Call call -> check(script, call);
        }
    }

    private void check(Script script, Call call) {
        List<String> found = verdict.faults(call, answer(call));
        if (!found.isEmpty()) {
            String place = scripts.relativize(script.file()) + ":" + call.line();
            faults.add(place + " " + String.join("\n", found));
        }
    }

    private Answer answer(Call call) {
        Answer answer = send(call);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (call.eventually()
                && !verdict.faults(call, answer).isEmpty()
                && System.nanoTime() < end) {
            answer = send(call);
        }
        return answer;
    }

    private Answer send(Call call) {
        return client.send(call.request(), variables.expand(call.request().body()));
    }

    private void given(Script other) {
        other.steps().forEach(step -> check(other, step));
    }

    private Path path(String name) {
        return scripts.resolve("given").resolve(name + ".wire");
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            kinesis.close();
        }
    }
}
