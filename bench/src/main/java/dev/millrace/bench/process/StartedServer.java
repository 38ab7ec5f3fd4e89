package dev.millrace.bench.process;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.http.Operation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A server that was started for the benchmark, on an empty directory of its own, and that is
/// stopped when this is closed.
public final class StartedServer implements AutoCloseable {
    private static final Operation LIST = Operation.ofTables("ListTables");
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 2;
    private static final long STOP_SECONDS_MAX = 20;
    private static final int LINES_SHOWN = 3;

    private final ScratchDirectory directory;
    private final Process process;
    private final Endpoint endpoint;
    private final long startedNanos;
    private Duration startTime = Duration.ZERO;

    private StartedServer(
            ScratchDirectory directory, Process process, Endpoint endpoint, long startedNanos) {
        this.directory = directory;
        this.process = process;
        this.endpoint = endpoint;
        this.startedNanos = startedNanos;
    }

    /// How a server is started.
    ///
    /// @param command what starts it
    /// @param uri where it will be, if the command does not leave that to us
    /// @param region the region of signatures
    /// @param credentials what requests are signed with
    /// @param parent where its directory is made
    public record Recipe(
            StartCommand command,
            Optional<URI> uri,
            String region,
            Credentials credentials,
            Path parent) {}

    /// Starts a server and waits for its first good answer.
    ///
    /// @throws BenchException if it ends or does not answer
    public static StartedServer start(Recipe recipe) {
        ScratchDirectory directory = ScratchDirectory.make(recipe.parent());
        try {
            return start(recipe, directory);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /// Where it is.
    public Endpoint endpoint() {
        return endpoint;
    }

    /// The time from the call of the command to the first good answer.
    public Duration startTime() {
        return startTime;
    }

    /// The memory that it holds now, in bytes.
    public long residentBytes() {
        return ProcessMemory.resident(process.toHandle());
    }

    /// Stops it and removes its directory.
    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        directory.close();
    }

    private static StartedServer start(Recipe recipe, ScratchDirectory directory) {
        int port = freePort();
        Path data = directory.path().resolve("data");
        URI uri = recipe.uri().orElseGet(() -> URI.create("http://127.0.0.1:" + port));
        Endpoint endpoint = new Endpoint(uri, recipe.region(), recipe.credentials());
        try {
            Files.createDirectory(data);
            ProcessBuilder builder =
                    new ProcessBuilder("sh", "-c", recipe.command().filled(port, data.toString()))
                            .directory(directory.path().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log(directory).toFile());
            long start = System.nanoTime();
            StartedServer server = new StartedServer(directory, builder.start(), endpoint, start);
            server.awaitAnswer();
            return server;
        } catch (IOException e) {
            throw new BenchException(
                    "cannot start '" + recipe.command() + "': " + e.getMessage(), e);
        }
    }

    private void awaitAnswer() {
        while (!answers()) {
            if (!process.isAlive()) {
                throw new BenchException("the server ended before it answered: " + lastWords());
            }
            if (System.nanoTime() - startedNanos > START_MAX.toNanos()) {
                close();
                throw new BenchException(
                        "the server does not answer at "
                                + endpoint
                                + " within "
                                + START_MAX.toSeconds()
                                + " s");
            }
            pause();
        }
        startTime = Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private boolean answers() {
        try (Caller caller = new Caller(endpoint)) {
            return caller.call(LIST, "{}").isGood();
        } catch (BenchException _) {
            // Nobody listens yet.
            return false;
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log(directory));
            return String.join(
                    " | ", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            throw new BenchException("the server ended before it answered", e);
        }
    }

    private static Path log(ScratchDirectory directory) {
        return directory.path().resolve("log");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BenchException("this machine has no free port", e);
        }
    }
}
