package dev.millrace.conformance.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/// The formatter's own command is run on the sources, so that there is no second opinion on what it
/// would do. With `-Dformat.rewrite=true` it writes instead of telling.
class FormatTest {
    private static final ToolProvider FORMATTER =
            ToolProvider.findFirst("google-java-format").orElseThrow();

    private final Repository repository = Repository.here();
    private final StringWriter told = new StringWriter();
    private final StringWriter complaints = new StringWriter();

    @Test
    void everyJavaFileIsFormatted() {
        format(Boolean.getBoolean("format.rewrite") ? "--replace" : "--dry-run");
        assertThat(complaints.toString()).as("files that do not parse").isEmpty();
        assertThat(told.toString().lines().map(file -> repository.name(Path.of(file))))
                .as("files to format; the script `format` does it")
                .isEmpty();
    }

    private void format(String mode) {
        List<String> arguments = new ArrayList<>(List.of("--aosp", mode));
        repository.javaFiles().forEach(file -> arguments.add(file.toString()));
        FORMATTER.run(
                new PrintWriter(told, true),
                new PrintWriter(complaints, true),
                arguments.toArray(new String[0]));
    }
}
