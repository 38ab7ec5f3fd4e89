package dev.millrace.conformance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checked-out sources of the whole project.
public record Repository(Path root) {
    private static final Path MAIN = Path.of("src", "main", "java");

    /// The repository that this module is part of.
    public static Repository here() {
        String root = System.getProperty("repository.root", "..");
        return new Repository(Path.of(root).toAbsolutePath().normalize());
    }

    /// Every Java file of every module, generated ones excepted, in the order of their paths.
    List<Path> javaFiles() {
        return modules().stream().flatMap(module -> javaFilesIn(module.resolve("src"))).toList();
    }

    /// Every Java file that ships or helps to build what ships.
    List<Path> mainFiles() {
        return modules().stream().flatMap(module -> javaFilesIn(module.resolve(MAIN))).toList();
    }

    /// A path as seen from the root.
    String name(Path file) {
        return root.relativize(file).toString();
    }

    /// The text of a file.
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> modules() {
        try (Stream<Path> directories = Files.list(root)) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFilesIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
