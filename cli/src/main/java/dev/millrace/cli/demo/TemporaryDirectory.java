package dev.millrace.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A directory that is made for a short use and removed with all that is in it.
///
/// @param path where it is
record TemporaryDirectory(Path path) implements AutoCloseable {

    /// Makes one in the system's place for such.
    ///
    /// @throws DemoException if that is not possible
    static TemporaryDirectory make() {
        try {
            return new TemporaryDirectory(Files.createTempDirectory("millrace-demo-"));
        } catch (IOException e) {
            throw new DemoException("cannot make a temporary directory: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : deepestFirst()) {
            Files.deleteIfExists(file);
        }
    }

    private List<Path> deepestFirst() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
