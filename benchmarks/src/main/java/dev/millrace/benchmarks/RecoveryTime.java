package dev.millrace.benchmarks;

import dev.millrace.benchmarks.embedded.EmbeddedEngine;
import dev.millrace.benchmarks.embedded.Filling;
import dev.millrace.benchmarks.embedded.ItemSource;
import dev.millrace.benchmarks.embedded.StreamedTable;
import dev.millrace.store.Durability;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Measures how long a start takes after a crash: a process of its own writes until the log has so
/// many megabytes and ends without closing anything; then the store is opened and an engine on it.
///
/// `RecoveryTime DIRECTORY MEGABYTES ROUNDS`
public final class RecoveryTime {
    private static final int ITEM_BYTES = 1024;
    private static final int KEYS = 100_000;
    private static final int PUTS_AT_ONCE = 2_000;
    private static final long MEGA = 1_000_000;
    private static final String FILL = "fill";

    private RecoveryTime() {}

    /// Runs what `arguments` say.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        long bytes = Long.parseLong(arguments[1]) * MEGA;
        if (arguments[2].equals(FILL)) {
            fill(directory, bytes);
            return;
        }
        System.out.println("round    log MB  opened in ms");
        for (int round = 1; round <= Integer.parseInt(arguments[2]); round++) {
            measure(round, directory.resolve("round-" + round), arguments[1]);
        }
    }

    private static void measure(int round, Path directory, String megabytes)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx2g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecoveryTime.class.getName(),
                        directory.toString(),
                        megabytes,
                        FILL)
                .inheritIO()
                .start()
                .waitFor();
        long logBytes = logBytes(directory);
        long begin = System.nanoTime();
        try (EmbeddedEngine _ = EmbeddedEngine.open(directory, Durability.SYNC)) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            System.out.printf(Locale.ROOT, "%5d %9d %13d%n", round, logBytes / MEGA, millis);
        }
    }

    // Full write buffers become files and cut the log, which may never be as long as was asked for.
    private static void fill(Path directory, long bytes) {
        EmbeddedEngine engine = EmbeddedEngine.open(directory, Durability.RELAXED);
        Filling filling =
                new Filling(
                        StreamedTable.create(engine.engine()), new ItemSource(ITEM_BYTES), KEYS);
        // A put leaves an item and a record with two images.
        long puts = 2 * bytes / (3 * ITEM_BYTES);
        for (long put = 0; put < puts && logBytes(directory) < bytes; put += PUTS_AT_ONCE) {
            filling.put(PUTS_AT_ONCE);
        }
        Runtime.getRuntime().halt(0);
    }

    private static long logBytes(Path directory) {
        File[] logs = directory.toFile().listFiles((_, name) -> name.endsWith(".log"));
        long sum = 0;
        for (File log : logs == null ? new File[0] : logs) {
            sum += log.length();
        }
        return sum;
    }
}
