package dev.millrace.transfer.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// A folder as a bucket; a key is the path of a file in it. Files whose names begin with a dot are
/// none of its objects, nor are links.
record DirectoryBucket(Path folder) implements Bucket {
    private static final Set<String> NO_NAMES = Set.of("", ".", "..");

    @Override
    public List<StoredObject> list(String prefix, @Nullable String after) {
        requireFolder();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .map(this::key)
                    .filter(key -> isObject(key) && key.startsWith(prefix))
                    .filter(key -> after == null || Utf8Order.INSTANCE.compare(key, after) > 0)
                    .sorted(Utf8Order.INSTANCE)
                    .limit(PAGE_MAX)
                    .map(this::listed)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw BucketException.broken("the folder of the bucket cannot be read", e);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        try {
            return Files.newInputStream(path(key));
        } catch (NoSuchFileException _) {
            throw BucketException.noKey(key);
        }
    }

    @Override
    public void put(String key, byte[] content) {
        write(key, part -> Files.write(part, content));
    }

    @Override
    public void put(String key, StagedFile file) {
        write(key, part -> Files.copy(file.path(), part, StandardCopyOption.REPLACE_EXISTING));
    }

    private StoredObject listed(String key) {
        try {
            return new StoredObject(key, Files.size(path(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void to(Path part) throws IOException;
    }

    // What has the name of an object is whole, also after a loss of power.
    private void write(String key, Writing writing) {
        requireFolder();
        Path target = path(key);
        Path parent = Objects.requireNonNull(target.toAbsolutePath().getParent());
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(parent);
            writing.to(part);
            sync(part, StandardOpenOption.WRITE);
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            sync(parent, StandardOpenOption.READ);
        } catch (IOException e) {
            throw BucketException.broken("the object cannot be written: " + e.getMessage(), e);
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private void requireFolder() {
        if (!Files.isDirectory(folder)) {
            throw BucketException.noBucket();
        }
    }

    // Keys come from clients: none may lead out of the folder.
    private Path path(String key) {
        Path path = folder;
        for (String name : key.split("/", -1)) {
            if (NO_NAMES.contains(name) || name.indexOf('\0') >= 0) {
                throw BucketException.broken("a folder cannot have the key " + key, null);
            }
            path = path.resolve(name);
        }
        return path;
    }

    private String key(Path file) {
        return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static boolean isObject(String key) {
        return Stream.of(key.split("/", -1)).noneMatch(name -> name.startsWith("."));
    }

    /// The order of S3's listings.
    private enum Utf8Order implements Comparator<String> {
        INSTANCE;

        @Override
        public int compare(String one, String other) {
            return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
        }
    }
}
