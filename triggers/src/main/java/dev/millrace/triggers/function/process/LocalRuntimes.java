package dev.millrace.triggers.function.process;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which of Lambda's runtimes this machine can run, and by which programs.
///
/// A runtime is there if its language is installed in that version or a newer one. Node.js and
/// Python are fed by a small program of Millrace's own that speaks the runtime API; AWS's client
/// for Node.js takes its place where it is installed, and AWS's client for Java is used always.
/// Safe for many threads.
public final class LocalRuntimes {
    private static final Pattern NAME =
            Pattern.compile(
                    "(?<language>nodejs|python|java)(?<version>[0-9]+(\\.[0-9]+)?)(\\..*)?");
    private static final String NODE_CLIENT = "node_modules/aws-lambda-ric/bin/index.mjs";

    private final InstalledPrograms programs;
    private final RuntimePaths paths;
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    public LocalRuntimes(InstalledPrograms programs, RuntimePaths paths) {
        this.programs = programs;
        this.paths = paths;
    }

    /// What is in the way of running a runtime here; null if nothing is.
    ///
    /// @param runtime Lambda's name, for example `nodejs22.x`
    public @Nullable String obstacle(String runtime) {
        if (isProvided(runtime)) {
            return null;
        }
        Matcher name = NAME.matcher(runtime);
        if (!name.matches()) {
            return "The runtime " + runtime + " cannot be run by this version of Millrace.";
        }
        String wanted = name.group("version");
        String found = version(name.group("language"));
        if (found.isEmpty()) {
            return "The runtime " + runtime + " is not installed on this machine.";
        }
        return isOlder(found, wanted)
                ? "The runtime "
                        + runtime
                        + " is not installed on this machine, which has version "
                        + found
                        + "."
                : null;
    }

    /// The process that runs a function.
    ///
    /// @param runtime one without an [#obstacle]
    /// @param taskRoot where its code is
    public ProcessCode code(String runtime, String handler, int memoryMegabytes, Path taskRoot) {
        if (isProvided(runtime)) {
            return new ProcessCode(List.of(taskRoot.resolve("bootstrap").toString()), taskRoot);
        }
        List<String> command =
                runtime.startsWith("nodejs")
                        ? node(handler, taskRoot)
                        : runtime.startsWith("python")
                                ? List.of(program("python3"), paths.python().toString())
                                : java(handler, memoryMegabytes, taskRoot);
        return new ProcessCode(command, taskRoot);
    }

    private List<String> node(String handler, Path taskRoot) {
        String client =
                Stream.of(taskRoot, paths.nodeClientHome())
                        .map(root -> root.resolve(NODE_CLIENT))
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElse(paths.node())
                        .toString();
        return List.of(program("node"), client, handler);
    }

    private List<String> java(String handler, int memoryMegabytes, Path taskRoot) {
        String separator = System.getProperty("path.separator", ":");
        Stream<String> code = Stream.of(taskRoot.toString(), taskRoot.resolve("lib") + "/*");
        String classPath =
                String.join(
                        separator,
                        Stream.concat(code, paths.javaClient().stream().map(Path::toString))
                                .toList());
        // A virtual machine takes up more than its heap.
        int heap = Math.max(memoryMegabytes / 2, memoryMegabytes - 256);
        return List.of(
                paths.java().toString(),
                "-Xmx" + heap + "m",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                handler);
    }

    private String program(String name) {
        Path found = programs.find(name);
        return found == null ? name : found.toString();
    }

    private String version(String language) {
        return switch (language) {
            case "java" -> paths.javaClient().isEmpty() ? "" : paths.javaVersion();
            case "python" -> installed("python3");
            default -> installed("node");
        };
    }

    private String installed(String program) {
        return versions.computeIfAbsent(program, programs::version);
    }

    private static boolean isProvided(String runtime) {
        return runtime.equals("provided") || runtime.startsWith("provided.");
    }

    private static boolean isOlder(String found, String wanted) {
        String[] have = found.split("\\.", -1);
        String[] want = wanted.split("\\.", -1);
        for (int i = 0; i < Math.min(have.length, want.length); i++) {
            int difference = Integer.parseInt(have[i]) - Integer.parseInt(want[i]);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }
}
