package dev.millrace.conformance.wire;

import dev.millrace.conformance.wire.Script.Call;
import dev.millrace.conformance.wire.Script.Expectation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Writes a script anew, with the answers that came as what is expected. What was met stays as it
/// is, to the character.
final class ScriptWriter {
    private final Script script;
    private final Verdict verdict;
    private final Rewriting rewriting;
    private final List<String> written = new ArrayList<>();
    private int taken;

    ScriptWriter(Script script, Verdict verdict, Rewriting rewriting) {
        this.script = script;
        this.verdict = verdict;
        this.rewriting = rewriting;
    }

    /// Takes over a call with the answer that it got. Calls come in the order of the script.
    void rewrite(Call call, Answer answer) {
        Expectation expected = call.expectation();
        if (!verdict.faults(call, answer).isEmpty()) {
            copyUpTo(expected.firstLine() - 1);
            written.addAll(lines(expected, answer));
            taken = Math.min(expected.endLine() - 1, script.lines().size());
        }
    }

    /// Writes the file, if anything has changed.
    void write() {
        copyUpTo(script.lines().size());
        if (!written.equals(script.lines())) {
            try {
                Files.write(script.file(), written);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void copyUpTo(int end) {
        written.addAll(script.lines().subList(taken, end));
        taken = end;
    }

    private List<String> lines(Expectation expected, Answer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(String.valueOf(answer.status()));
        expected.headers()
                .forEach((name, value) -> lines.add(name + ": " + header(name, value, answer)));
        body(expected.body(), answer.body()).lines().forEach(lines::add);
        return lines;
    }

    private String header(String name, String expected, Answer answer) {
        String actual = answer.header(name);
        return verdict.matchesHeader(expected, actual) ? expected : actual;
    }

    private String body(String expected, String actual) {
        if (verdict.matchesBody(expected, actual)) {
            return expected;
        }
        if (!Verdict.isJson(actual)) {
            return Verdict.withoutLineEnd(actual);
        }
        Json json = JsonReader.read(actual);
        return JsonFormat.format(
                Verdict.isJson(expected) ? rewriting.merge(JsonReader.read(expected), json) : json);
    }
}
