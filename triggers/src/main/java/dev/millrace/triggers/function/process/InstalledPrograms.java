package dev.millrace.triggers.function.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The programs that can be found by their names on this machine.
public final class InstalledPrograms {
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)*");
    private static final int ANSWER_BYTES_MAX = 1 << 10;

    private final ProcessStarter starter;
    private final Map<String, String> environment;

    /// @param environment whose `PATH` is looked through
    public InstalledPrograms(ProcessStarter starter, Map<String, String> environment) {
        this.starter = starter;
        this.environment = Map.copyOf(environment);
    }

    /// Where a program is; null if it is nowhere.
    public @Nullable Path find(String program) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory).resolve(program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /// The version that a program tells of itself; empty if there is none such.
    public String version(String program) {
        Path found = find(program);
        if (found == null) {
            return "";
        }
        try {
            Process process =
                    starter.start(
                            List.of(found.toString(), "--version"),
                            environment,
                            Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
            process.getOutputStream().close();
            byte[] answer = process.getInputStream().readNBytes(ANSWER_BYTES_MAX);
            process.destroyForcibly();
            Matcher version = VERSION.matcher(new String(answer, UTF_8));
            return version.find() ? version.group() : "";
        } catch (IOException _) {
            // A program that cannot be started is none.
            return "";
        }
    }
}
