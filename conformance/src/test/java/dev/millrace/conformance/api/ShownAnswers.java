package dev.millrace.conformance.api;

import dev.millrace.conformance.wire.Json;
import dev.millrace.conformance.wire.JsonReader;
import dev.millrace.conformance.wire.Script;
import dev.millrace.conformance.wire.Script.Call;
import dev.millrace.conformance.wire.ScriptParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The members that the golden scripts show in good answers, each as the operation's name and the
/// member's path with a space between them.
final class ShownAnswers {
    private static final int OK = 200;

    private final Set<String> shown = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    /// Reads all scripts below a folder.
    static ShownAnswers in(Path scripts) throws IOException {
        ShownAnswers answers = new ShownAnswers();
        try (Stream<Path> files = Files.walk(scripts)) {
            files.filter(file -> file.toString().endsWith(".wire"))
                    .map(ScriptParser::parse)
                    .map(Script::steps)
                    .flatMap(List::stream)
                    .forEach(step -> {
                        if (step instanceof Call call) {
                            answers.add(call);
                        }
                    });
        }
        return answers;
    }

    /// Whether a member of the operation's answer is in any of them.
    boolean show(ModelOperation operation, ModelMember member) {
        return shown.contains(operation.name() + " " + member.path());
    }

    /// Whether any of them shows a good answer of the operation.
    boolean show(ModelOperation operation) {
        return answered.contains(operation.name());
    }

    private void add(Call call) {
        String operation = call.request().operation();
        String body = call.expectation().body();
        if (operation != null && call.expectation().status() == OK) {
            answered.add(operation);
            if (body.startsWith("{")) {
                addAll(operation + " ", JsonReader.read(body));
            }
        }
    }

    // In maps the keys are data, but which objects are maps is not seen here: both paths are kept.
    private void addAll(String path, Json value) {
        switch (value) {
            case Json.Members(var byName) ->
                    byName.forEach((name, inner) -> {
                        String separator = path.endsWith(" ") ? "" : ".";
                        shown.add(path + separator + name);
                        addAll(path + separator + name, inner);
                        addAll(path + "{}", inner);
                    });
            case Json.Elements(var elements) ->
                    elements.forEach(element -> addAll(path + "[]", element));
            case Json.Text _, Json.Numeric _, Json.Truth _, Json.Null _ -> {}
        }
    }
}
