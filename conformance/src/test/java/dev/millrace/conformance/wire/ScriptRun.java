package dev.millrace.conformance.wire;

import dev.millrace.conformance.wire.Script.After;
import dev.millrace.conformance.wire.Script.Call;
import dev.millrace.conformance.wire.Script.Given;
import dev.millrace.conformance.wire.Script.Step;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A script while it runs, on a server of its own that keeps everything in memory and goes by a
/// manual clock.
final class ScriptRun implements AutoCloseable {
    private final Path scripts;
    private final ManualClock clock = new ManualClock();
    private final Variables variables = new Variables();
    private final Comparison comparison = new Comparison(variables);
    private final Verdict verdict = new Verdict(comparison, variables);
    private final List<String> faults = new ArrayList<>();
    private final MillraceServer server;
    private final WireClient client;

    /// @param scripts the directory that all scripts are in
    ScriptRun(Path scripts) {
        this.scripts = scripts;
        this.server = MillraceServer.start(ServerOptions.inMemory(), clock);
        this.client = new WireClient(server.endpoint());
    }

    /// Runs a script and says what was not as it should be.
    List<String> check(Script script) {
        script.steps().forEach(step -> check(script, step));
        return faults;
    }

    /// Runs a script and makes its expectations true.
    void rewrite(Script script) {
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
            case Given(String name) -> check(ScriptParser.parse(given(name)));
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
        return client.send(call.request(), variables.expand(call.request().body()));
    }

    private Path given(String name) {
        return scripts.resolve("given").resolve(name + ".wire");
    }

    @Override
    public void close() {
        server.close();
    }
}
