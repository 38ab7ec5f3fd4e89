package dev.millrace.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.house.Repository;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs every script. With `-Drewrite=true` they are rewritten first, with the answers that come.
class WireScriptTest {
    private final Path scripts =
            Repository.here().root().resolve("conformance/src/test/resources/wire");

    @TestFactory
    Stream<DynamicTest> serverAnswersAsTheScriptSays() throws IOException {
        return files().map(file -> DynamicTest.dynamicTest(name(file), () -> run(file)));
    }

    @TestFactory
    Stream<DynamicTest> scriptSaysWhatItIsAboutAndHowThatIsKnown() throws IOException {
        return files().map(file ->
                DynamicTest.dynamicTest(
                        name(file),
                        () -> assertThat(ScriptParser.parse(file).heading()).isNotNull()));
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(scripts)) {
            List<Path> sorted =
                    files.filter(file -> file.toString().endsWith(".wire"))
                            .filter(file -> !file.startsWith(scripts.resolve("given")))
                            .sorted()
                            .toList();
            return sorted.stream();
        }
    }

    private void run(Path file) {
        if (Boolean.getBoolean("rewrite")) {
            try (ScriptRun run = new ScriptRun(scripts, ScriptParser.parse(file))) {
                run.rewrite();
            }
        }
        try (ScriptRun run = new ScriptRun(scripts, ScriptParser.parse(file))) {
            assertThat(run.check()).isEmpty();
        }
    }

    private String name(Path file) {
        return scripts.relativize(file).toString();
    }
}
