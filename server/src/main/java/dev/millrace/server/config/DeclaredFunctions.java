package dev.millrace.server.config;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Gathers the lines of the configuration file about one function.
final class DeclaredFunctions {
    private final String name;
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable URI url;
    private @Nullable List<Path> jars;
    private @Nullable List<String> command;
    private Path directory = Path.of("");
    private String handler = "";
    private Duration timeout = FunctionDeclaration.TIMEOUT;
    private int memory = FunctionDeclaration.MEMORY_MEGABYTES;
    private @Nullable String role;

    private DeclaredFunctions(String name) {
        this.name = name;
    }

    /// All functions that the lines declare, by name.
    ///
    /// @throws ConfigurationException if one is not declared as it should be
    static List<FunctionDeclaration> of(List<FunctionSetting> settings) {
        Map<String, DeclaredFunctions> functions = new TreeMap<>();
        for (FunctionSetting setting : settings) {
            functions.computeIfAbsent(setting.function(), DeclaredFunctions::new).add(setting);
        }
        return functions.values().stream().map(DeclaredFunctions::declaration).toList();
    }

    private void add(FunctionSetting setting) {
        String key = setting.key();
        if (key != null) {
            if (!setting.member().equals("environment")) {
                throw setting.unknown();
            }
            environment.put(key, setting.text());
            return;
        }
        Path folder = setting.file().toAbsolutePath().getParent();
        switch (setting.member()) {
            case "url" -> url = setting.value(Values::url, "an http address");
            case "jar" -> jars = setting.value(text -> jars(text, folder), "one or more files");
            case "command" -> {
                command = setting.value(DeclaredFunctions::words, "a program");
                directory = folder == null ? directory : folder;
            }
            case "handler" -> handler = setting.value(Values::text, "the name of a handler");
            case "timeout" -> timeout = setting.value(Values::seconds, "a number of seconds");
            case "memory" -> memory = setting.value(Values::megabytes, "128 to 32768 megabytes");
            case "role" -> role = setting.value(Values::role, "the ARN of a role");
            default -> throw setting.unknown();
        }
    }

    private FunctionDeclaration declaration() {
        return new FunctionDeclaration(
                name, code(), timeout, memory, Map.copyOf(environment), role);
    }

    private DeclaredCode code() {
        if (Stream.of(url, jars, command).filter(one -> one != null).count() > 1) {
            throw new ConfigurationException(
                    "function " + name + " has more than one of url, jar and command");
        }
        if (url != null) {
            return new DeclaredCode.Url(url);
        }
        if (command != null) {
            return new DeclaredCode.Command(command, handler, directory);
        }
        if (jars == null) {
            throw new ConfigurationException(
                    "function "
                            + name
                            + " has no code; function."
                            + name
                            + ".url gives an address, .jar a jar, .command a program");
        }
        if (handler.isEmpty()) {
            throw new ConfigurationException(
                    "function " + name + " has no handler; function." + name + ".handler names it");
        }
        return new DeclaredCode.Jar(jars, handler);
    }

    // Like the file itself, a name in it is relative to where the file is.
    private static @Nullable List<Path> jars(String text, @Nullable Path folder) {
        List<Path> all =
                Arrays.stream(text.split(File.pathSeparator))
                        .map(Values::path)
                        .filter(path -> path != null)
                        .map(path -> folder == null ? path : folder.resolve(path))
                        .toList();
        return all.isEmpty() || !all.stream().allMatch(path -> path.toFile().isFile()) ? null : all;
    }

    private static @Nullable List<String> words(String text) {
        return text.isBlank() ? null : List.of(text.strip().split("\\s+"));
    }
}
