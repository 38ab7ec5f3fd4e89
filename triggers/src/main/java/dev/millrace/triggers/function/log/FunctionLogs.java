package dev.millrace.triggers.function.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/// The logs of all functions, in one directory. Safe for many threads.
public final class FunctionLogs implements AutoCloseable {
    private final Path directory;
    private final long bytesMax;
    private final InstantSource clock;
    private final BiConsumer<String, Throwable> failures;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<String, FunctionLog> logs = new HashMap<>();

    /// Logs in `directory`, which is made if it is not there.
    ///
    /// @param bytesMax the size of a file; each function has two
    /// @param failures is told what cannot be written
    public FunctionLogs(
            Path directory,
            long bytesMax,
            InstantSource clock,
            BiConsumer<String, Throwable> failures) {
        this.directory = directory;
        this.bytesMax = bytesMax;
        this.clock = clock;
        this.failures = failures;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the directory of logs cannot be made", e);
        }
    }

    /// The log of the function with this name.
    public synchronized FunctionLog of(String functionName) {
        return logs.computeIfAbsent(
                functionName,
                name ->
                        new FunctionLog(
                                directory.resolve(name + ".log"),
                                bytesMax,
                                clock,
                                failures,
                                closed));
    }

    /// Removes the log of a function.
    public synchronized void remove(String functionName) {
        FunctionLog log = logs.remove(functionName);
        if (log != null) {
            log.delete();
        }
    }

    /// Writes nothing more: what copies of functions still say while they end is let go.
    @Override
    public void close() {
        closed.set(true);
    }
}
