package dev.millrace.bench.process;

import dev.millrace.bench.http.BenchException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A directory that goes with all that is in it when this is closed.
///
/// @param path where it is
record ScratchDirectory(Path path) implements AutoCloseable {

    /// Makes one in `parent`, which decides on which disk it is.
    static ScratchDirectory make(Path parent) {
        try {
            return new ScratchDirectory(Files.createTempDirectory(parent, "millrace-bench-"));
        } catch (IOException e) {
            throw new BenchException("cannot make a directory in " + parent + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BenchException("cannot remove " + path + ": " + e.getMessage(), e);
        }
    }
}
