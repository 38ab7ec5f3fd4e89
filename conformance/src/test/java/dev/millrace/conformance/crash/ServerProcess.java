package dev.millrace.conformance.crash;

import dev.millrace.cli.Main;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `millrace serve` in a process of its own, on any free port.
public record ServerProcess(Process process, URI endpoint) {
    private static final Pattern READY = Pattern.compile("Millrace ready: tables (\\S+), .*");

    /// Starts a server on this directory and waits until it is ready.
    public static ServerProcess start(Path directory) throws IOException {
        return start(directory, "sync", Map.of());
    }

    /// The same, with this durability and these variables in its environment.
    public static ServerProcess start(
            Path directory, String durability, Map<String, String> environment) throws IOException {
        // Shards roll over and split under the load, and write buffers are as small as they may be,
        // so that kills hit that too. A disk may take its time: these clients do not ask again.
        return start(
                directory,
                List.of(
                        "--durability=" + durability,
                        "--shard-rollover=5s",
                        "--split-write-units=200",
                        "--split-after=1s",
                        "--write-memory=16",
                        "--write-wait=1m"),
                environment);
    }

    /// Starts a server with these options.
    public static ServerProcess start(
            Path directory, List<String> options, Map<String, String> environment)
            throws IOException {
        Path working = Files.createDirectories(directory.resolveSibling("working"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m"));
        // What a killed server leaves there goes with the test's directory.
        command.addAll(List.of("-Djava.io.tmpdir=" + working, "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(Main.class.getName(), "serve", "--port=0", "--data=" + directory));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("MILLRACE_"));
        builder.environment().putAll(environment);
        builder.directory(working.toFile());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        return new ServerProcess(process, endpoint(process));
    }

    /// Kills the process with SIGKILL, in the middle of whatever it does, and waits until it is
    /// gone. Answers its exit value.
    public int kill() {
        return process.destroyForcibly().onExit().join().exitValue();
    }

    private static URI endpoint(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return URI.create(ready.group(1));
            }
            line = out.readLine();
        }
        process.destroyForcibly();
        throw new IllegalStateException("the server ended before it was ready");
    }
}
