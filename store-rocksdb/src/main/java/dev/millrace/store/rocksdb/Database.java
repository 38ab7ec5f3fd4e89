package dev.millrace.store.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.store.Family;
import dev.millrace.store.StoreMemory;

import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An open RocksDB database with its column families and the options it was opened with. Unguarded:
/// the store is the guard.
final class Database {

    /// The file that every RocksDB database has, once it is made.
    static final String CURRENT_FILE = "CURRENT";

    /// The column family that every RocksDB database has; the store does not use it.
    private static final String DEFAULT_NAME = new String(RocksDB.DEFAULT_COLUMN_FAMILY, UTF_8);

    static {
        RocksDB.loadLibrary();
    }

    final RocksDB rocks;
    private final NativeOptions options;
    private final List<ColumnFamilyHandle> handles;
    private final Map<Family, ColumnFamilyHandle> handleByFamily;

    private Database(
            RocksDB rocks,
            NativeOptions options,
            List<ColumnFamilyHandle> handles,
            Map<Family, ColumnFamilyHandle> handleByFamily) {
        this.rocks = rocks;
        this.options = options;
        this.handles = handles;
        this.handleByFamily = handleByFamily;
    }

    /// Opens the database in `directory`, making it and its families where they are missing, unless
    /// it is opened for reading only. Column families that it has beyond `families` stay as they
    /// are.
    static Database open(
            Path directory,
            List<Family> families,
            StoreMemory memory,
            OpenMode mode,
            FlushWatch watch) {
        if (families.stream().anyMatch(family -> family.name().equals(DEFAULT_NAME))) {
            throw new IllegalArgumentException("a family cannot be called " + DEFAULT_NAME);
        }
        NativeOptions options = new NativeOptions(memory, mode, watch);
        try {
            return open(directory, families, options, mode);
        } catch (RocksDBException failure) {
            options.close();
            throw Failure.of("the database cannot be opened", failure).with("directory", directory);
        }
    }

    /// The families it was opened with.
    Set<Family> families() {
        return handleByFamily.keySet();
    }

    /// The column family of `family`.
    ///
    /// @throws IllegalArgumentException if the database was not opened with it
    ColumnFamilyHandle handle(Family family) {
        ColumnFamilyHandle handle = handleByFamily.get(family);
        if (handle == null) {
            throw new IllegalArgumentException("the store was not opened with " + family);
        }
        return handle;
    }

    /// Closes everything native. No iterator and no snapshot may be left, and no call may be under
    /// way.
    void close() {
        try {
            handles.forEach(ColumnFamilyHandle::close);
            rocks.closeE();
        } catch (RocksDBException failure) {
            throw Failure.of("the database did not close cleanly", failure);
        } finally {
            options.close();
        }
    }

    private static Database open(
            Path directory, List<Family> families, NativeOptions options, OpenMode mode)
            throws RocksDBException {
        List<String> names = columnFamilyNames(directory, families, mode);
        List<ColumnFamilyDescriptor> descriptors =
                names.stream().map(name -> descriptor(name, families, options)).toList();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        RocksDB rocks = open(directory, options, mode, descriptors, handles);
        // RocksDB gives the handles in the order of the descriptors.
        Map<Family, ColumnFamilyHandle> handleByFamily =
                families.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(),
                                        family -> handles.get(place(names, family))));
        return new Database(rocks, options, handles, handleByFamily);
    }

    // A family that is missing where none can be made is the default one, which is always empty.
    private static int place(List<String> names, Family family) {
        return Math.max(names.indexOf(family.name()), names.indexOf(DEFAULT_NAME));
    }

    private static RocksDB open(
            Path directory,
            NativeOptions options,
            OpenMode mode,
            List<ColumnFamilyDescriptor> descriptors,
            List<ColumnFamilyHandle> handles)
            throws RocksDBException {
        String path = directory.toString();
        return switch (mode) {
            case STRICT, TORN -> RocksDB.open(options.database, path, descriptors, handles);
            case STRICT_READ_ONLY, READ_ONLY ->
                    RocksDB.openReadOnly(options.database, path, descriptors, handles);
        };
    }

    // RocksDB insists on opening every column family there is, its own default one included.
    private static List<String> columnFamilyNames(
            Path directory, List<Family> families, OpenMode mode) throws RocksDBException {
        Set<String> names = new LinkedHashSet<>();
        names.add(DEFAULT_NAME);
        if (Files.exists(directory.resolve(CURRENT_FILE))) {
            try (Options options = new Options()) {
                RocksDB.listColumnFamilies(options, directory.toString())
                        .forEach(name -> names.add(new String(name, UTF_8)));
            }
        }
        if (!mode.isReadOnly()) {
            families.forEach(family -> names.add(family.name()));
        }
        return List.copyOf(names);
    }

    private static ColumnFamilyDescriptor descriptor(
            String name, List<Family> families, NativeOptions options) {
        Family described =
                families.stream()
                        .filter(family -> family.name().equals(name))
                        .findFirst()
                        .orElseGet(() -> new Family(name, Family.Use.ROWS));
        return new ColumnFamilyDescriptor(name.getBytes(UTF_8), options.of(described));
    }
}
