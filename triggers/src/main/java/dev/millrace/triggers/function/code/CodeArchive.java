package dev.millrace.triggers.function.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Unpacks an archive into a directory, and nothing outside of it.
///
/// Names must stay inside, links must point inside and are made last, so that nothing is written
/// through one; sizes are counted as they come out, whatever the archive says of them.
final class CodeArchive {
    /// The most bytes of an archive (source: Lambda's quotas).
    static final int ZIPPED_BYTES_MAX = 50 << 20;

    /// The most bytes of all that is in it.
    static final long UNZIPPED_BYTES_MAX = 250L << 20;

    private static final int LINK_BYTES_MAX = 4_096;

    private final Path target;
    private final Map<Path, String> links = new HashMap<>();
    private final Set<Path> files = new HashSet<>();
    private long left = UNZIPPED_BYTES_MAX;

    private CodeArchive(Path target) {
        this.target = target;
    }

    /// Unpacks the archive in `file`, whose bytes are `archive`, into the directory `target`.
    ///
    /// @throws dev.millrace.model.error.ApiException if it cannot be taken
    static void unpack(Path file, byte[] archive, Path target) throws IOException {
        new CodeArchive(target).unpack(file, ArchiveDirectory.read(archive));
    }

    private void unpack(Path file, List<ArchiveEntry> entries) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), UTF_8)) {
            for (ArchiveEntry entry : entries) {
                unpack(zip, entry);
            }
            makeLinks();
        } catch (ZipException e) {
            throw CodeErrors.broken(String.valueOf(e.getMessage()));
        } catch (FileAlreadyExistsException _) {
            throw CodeErrors.broken("an entry is both a directory and none");
        }
    }

    // Each link may look harmless and yet lead outside through another one.
    private void makeLinks() throws IOException {
        for (Map.Entry<Path, String> link : links.entrySet()) {
            makeLink(link.getKey(), link.getValue());
        }
        Path root = target.toRealPath();
        for (Path link : links.keySet()) {
            if (Files.exists(link) && !link.toRealPath().startsWith(root)) {
                throw CodeErrors.broken("a link leads outside");
            }
        }
    }

    private void unpack(ZipFile zip, ArchiveEntry entry) throws IOException {
        Path path = inside(entry.name());
        ZipEntry found = zip.getEntry(entry.name());
        if (found == null || entry.isSpecial()) {
            throw CodeErrors.broken("an entry cannot be read: " + entry.name());
        }
        if (entry.isDirectory()) {
            makeDirectories(path);
            return;
        }
        if (!files.add(path)) {
            throw CodeErrors.broken("two entries have one name: " + entry.name());
        }
        try (InputStream content = zip.getInputStream(found)) {
            if (entry.isLink()) {
                links.put(path, new String(content.readNBytes(LINK_BYTES_MAX), UTF_8));
            } else {
                writeFile(path, content, entry.isExecutable());
            }
        }
    }

    private void writeFile(Path path, InputStream content, boolean executable) throws IOException {
        Path parent = path.getParent();
        if (parent != null) {
            makeDirectories(parent);
        }
        try (OutputStream file = Files.newOutputStream(path)) {
            byte[] chunk = new byte[64 << 10];
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                left -= count;
                if (left < 0) {
                    throw CodeErrors.tooLargeUnzipped();
                }
                file.write(chunk, 0, count);
            }
        }
        if (executable && !path.toFile().setExecutable(true, false)) {
            throw new IOException("a file of a function cannot be made executable");
        }
    }

    private void makeDirectories(Path parent) throws IOException {
        for (Path above = parent; above != null; above = above.getParent()) {
            if (files.contains(above)) {
                throw CodeErrors.broken("an entry is below one that is no directory");
            }
        }
        Files.createDirectories(parent);
    }

    private void makeLink(Path path, String text) throws IOException {
        Path parent = path.getParent();
        if (parent == null || text.isEmpty() || text.startsWith("/")) {
            throw CodeErrors.broken("a link leads outside");
        }
        makeDirectories(parent);
        if (!parsed(parent, text).startsWith(target)) {
            throw CodeErrors.broken("a link leads outside");
        }
        Files.createSymbolicLink(path, Path.of(text));
    }

    private Path inside(String name) {
        Path path = parsed(target, name);
        boolean odd = name.isEmpty() || name.startsWith("/") || name.contains("\\");
        if (odd || name.matches("(.*/)?\\.\\.(/.*)?") || !path.startsWith(target)) {
            throw CodeErrors.broken("an entry leads outside");
        }
        return path;
    }

    private static Path parsed(Path base, String name) {
        try {
            return base.resolve(name).normalize();
        } catch (InvalidPathException _) {
            throw CodeErrors.broken("a name is not one of a file");
        }
    }
}
