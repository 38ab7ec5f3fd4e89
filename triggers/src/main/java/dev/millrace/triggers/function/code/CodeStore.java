package dev.millrace.triggers.function.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The archives of all functions on disk (docs/keyspace.md, "Files"). Safe for many threads.
///
/// An archive is durable when [#put] returns, so a function never refers to code that a crash could
/// take. What is unpacked is not: it is thrown away when a server begins, and made anew when it is
/// needed.
public final class CodeStore {
    private static final String ARCHIVE = ".zip";

    private final Path archives;
    private final Path unpacked;
    private final long bytesMax;
    private final Set<Path> leaving = new HashSet<>();

    /// A store in `directory`, which is made if it is not there.
    ///
    /// @param bytesMax the most bytes of all archives together
    public CodeStore(Path directory, long bytesMax) {
        this.archives = directory.resolve("code");
        this.unpacked = directory.resolve("unpacked");
        this.bytesMax = bytesMax;
        try {
            Files.createDirectories(archives);
            remove(unpacked);
            Files.createDirectories(unpacked);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Checks an archive and keeps it; returns once it is durable.
    ///
    /// @throws dev.millrace.model.error.ApiException if it cannot be taken
    public synchronized CodeReference put(byte[] archive) {
        if (archive.length > CodeArchive.ZIPPED_BYTES_MAX) {
            throw CodeErrors.tooLarge(archive.length);
        }
        CodeReference reference = CodeReference.of(archive);
        try {
            if (!Files.exists(file(reference))) {
                requireRoom(archive.length);
                keep(reference, archive);
            }
            return reference;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// The directory with what is in an archive.
    ///
    /// @throws dev.millrace.model.error.ApiException if it cannot be unpacked any more
    public synchronized Path directory(CodeReference reference) {
        Path directory = unpacked.resolve(reference.fileName());
        try {
            if (!Files.exists(directory)) {
                unpack(file(reference), Files.readAllBytes(file(reference)), directory);
            }
            return directory;
        } catch (IOException _) {
            throw CodeErrors.invalidZip();
        }
    }

    /// Removes all archives that are not among these. What was unpacked of them stays until the
    /// next time, for copies of functions that are just ending.
    public synchronized void retain(Set<CodeReference> references) {
        Set<String> names =
                references.stream()
                        .map(reference -> reference.fileName() + ARCHIVE)
                        .collect(Collectors.toSet());
        try {
            for (Path directory : leaving) {
                if (!names.contains(directory.getFileName() + ARCHIVE)) {
                    remove(directory);
                }
            }
            leaving.clear();
            for (Path file : files()) {
                String name = file.getFileName().toString();
                if (!names.contains(name)) {
                    Files.delete(file);
                    leaving.add(unpacked.resolve(name.replace(ARCHIVE, "")));
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void requireRoom(int more) throws IOException {
        long sum = more;
        for (Path file : files()) {
            sum += Files.size(file);
        }
        if (sum > bytesMax) {
            throw CodeErrors.storageExceeded(bytesMax);
        }
    }

    private void keep(CodeReference reference, byte[] archive) throws IOException {
        Path arriving = archives.resolve(reference.fileName() + ".part");
        write(arriving, archive);
        try {
            unpack(arriving, archive, unpacked.resolve(reference.fileName()));
        } catch (RuntimeException | IOException e) {
            Files.delete(arriving);
            throw e;
        }
        Files.move(arriving, file(reference), StandardCopyOption.ATOMIC_MOVE);
        force(archives);
    }

    private void unpack(Path file, byte[] archive, Path directory) throws IOException {
        Path arriving = unpacked.resolve(directory.getFileName() + ".part");
        remove(arriving);
        Files.createDirectories(arriving);
        try {
            CodeArchive.unpack(file, archive, arriving);
        } catch (RuntimeException | IOException e) {
            remove(arriving);
            throw e;
        }
        remove(directory);
        Files.move(arriving, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        force(file);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(archives)) {
            return files.toList();
        }
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private Path file(CodeReference reference) {
        return archives.resolve(reference.fileName() + ARCHIVE);
    }

    private static UncheckedIOException failed(IOException e) {
        return new UncheckedIOException("the code of functions cannot be read or written", e);
    }
}
