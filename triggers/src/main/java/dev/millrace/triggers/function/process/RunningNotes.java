package dev.millrace.triggers.function.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Notes on disk of the processes that run, so that a server that was ended by force finds at its
/// next start what it left behind, and ends it.
public final class RunningNotes {
    private static final String SUFFIX = ".pid";

    private final Path directory;

    /// Notes in `directory`, which is made if it is not there.
    public RunningNotes(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the directory of running functions cannot be made", e);
        }
    }

    /// Notes that a process runs.
    void write(String copy, ProcessHandle process) throws IOException {
        Files.writeString(note(copy), process.pid() + " " + started(process) + "\n", US_ASCII);
    }

    /// Notes that it no longer does.
    void remove(String copy) throws IOException {
        Files.deleteIfExists(note(copy));
    }

    /// Ends what is noted and still runs. A process that merely has the same number stays: it was
    /// not started at the moment that is noted.
    public void endAll() {
        for (Path note : notes()) {
            try {
                String[] words = Files.readString(note, US_ASCII).strip().split(" ", -1);
                find(words).ifPresent(ProcessTree::end);
                Files.delete(note);
            } catch (IOException e) {
                throw new UncheckedIOException("a note of a running function cannot be read", e);
            }
        }
    }

    private static Optional<ProcessHandle> find(String[] words) {
        if (words.length != 2 || !words[0].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> started(process).equals(words[1]));
    }

    private List<Path> notes() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("notes of running functions cannot be listed", e);
        }
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }

    private Path note(String copy) {
        return directory.resolve(copy + SUFFIX);
    }
}
