package dev.millrace.conformance.fault;

import dev.millrace.conformance.house.Repository;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The disk under a server process, in the hand of the test: `src/test/native/disk.c`, built with
/// the C compiler of the machine and preloaded into the process.
final class FaultyDisk {
    private static final List<String> COMPILERS = List.of("cc", "gcc", "clang");
    private static final int PAGE_BYTES = 4096;
    private static final int MODE = 0;
    private static final int COUNTDOWN = 4;
    private static final int EVENTS = 8;
    private static final int FAILED = 16;
    private static final int SUFFIX = 24;
    private static final int SUFFIX_BYTES = 64;

    private final Path directory;
    private final Path library;
    private final Path page;
    private final Path journal;
    private final MappedByteBuffer control;

    /// Which calls fail, and how.
    enum Fault {
        NONE(0),
        WRITE_FULL(1),
        WRITE_ERROR(2),
        SYNC_ERROR(3),
        READ_ERROR(4);

        private final int mode;

        Fault(int mode) {
            this.mode = mode;
        }
    }

    private FaultyDisk(Path directory, Path library, Path work) throws IOException {
        this.directory = directory;
        this.library = library;
        page = work.resolve("control");
        journal = work.resolve("journal");
        Files.write(page, new byte[PAGE_BYTES]);
        try (FileChannel channel =
                FileChannel.open(page, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            control = channel.map(MapMode.READ_WRITE, 0, PAGE_BYTES);
            control.order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /// A disk below `directory`; nothing where the machine has no C compiler.
    ///
    /// @param work where its own files go
    static Optional<FaultyDisk> under(Path directory, Path work)
            throws IOException, InterruptedException {
        Path library = work.resolve("disk.so");
        Path source = Repository.here().root().resolve("conformance/src/test/native/disk.c");
        for (String compiler : COMPILERS) {
            if (compiles(compiler, source, library)) {
                return Optional.of(new FaultyDisk(directory, library, work));
            }
        }
        System.out.println(
                "no C compiler here: faults of a real disk are left to the simulation alone");
        return Optional.empty();
    }

    /// The environment of a process on this disk.
    ///
    /// @param isRecorded whether what it does is written to [#journal]; nothing is then really
    ///   synced
    Map<String, String> environment(boolean isRecorded) {
        Map<String, String> environment = new HashMap<>();
        environment.put("LD_PRELOAD", library.toString());
        environment.put("TEST_DISK_DIRECTORY", directory.toString());
        environment.put("TEST_DISK_CONTROL", page.toString());
        if (isRecorded) {
            environment.put("TEST_DISK_JOURNAL", journal.toString());
        }
        return environment;
    }

    /// Where the calls of a recorded process are written.
    Path journal() {
        return journal;
    }

    /// Lets calls fail from now on, but for the next `spared`.
    ///
    /// @param suffix only those on files whose names end so
    void fail(Fault fault, String suffix, int spared) {
        control.putInt(MODE, Fault.NONE.mode);
        byte[] bytes = suffix.getBytes(StandardCharsets.US_ASCII);
        control.put(SUFFIX, ByteBuffer.wrap(bytes), 0, bytes.length);
        control.put(SUFFIX + bytes.length, new byte[SUFFIX_BYTES - bytes.length]);
        control.putInt(COUNTDOWN, spared);
        control.putInt(MODE, fault.mode);
    }

    /// Lets no more calls fail.
    void repair() {
        fail(Fault.NONE, "", 0);
    }

    /// How many calls were made to fail so far.
    long failed() {
        return control.getLong(FAILED);
    }

    /// How many entries the journal has so far.
    long events() {
        return control.getLong(EVENTS);
    }

    private static boolean compiles(String compiler, Path source, Path library)
            throws InterruptedException {
        try {
            return new ProcessBuilder(
                                    compiler,
                                    "-shared",
                                    "-fPIC",
                                    "-O1",
                                    "-o",
                                    library.toString(),
                                    source.toString(),
                                    "-ldl",
                                    "-lpthread")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            // There is no such compiler; the next one is tried.
            return false;
        }
    }
}
