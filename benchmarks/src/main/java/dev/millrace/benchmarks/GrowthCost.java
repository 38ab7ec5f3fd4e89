package dev.millrace.benchmarks;

import dev.millrace.benchmarks.embedded.EmbeddedEngine;
import dev.millrace.benchmarks.embedded.Filling;
import dev.millrace.benchmarks.embedded.ItemSource;
import dev.millrace.benchmarks.embedded.SteadyWriters;
import dev.millrace.benchmarks.embedded.SteadyWriters.Window;
import dev.millrace.benchmarks.embedded.StreamedTable;
import dev.millrace.store.Durability;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// Measures whether writes get slower when a table has many items and its stream is long: windows
/// of steady writing on an empty store, then the filling in tenths, then the windows again, once to
/// the few keys of before and once to any of the many.
///
/// `GrowthCost DIRECTORY MILLIONS GIGABYTES WINDOW_SECONDS`
public final class GrowthCost {
    private static final int SMALL_ITEM_BYTES = 32;
    private static final int LARGE_ITEM_BYTES = 8 * 1024;
    private static final int LARGE_KEYS = 4_000;
    private static final int WRITTEN_ITEM_BYTES = 1024;
    private static final int WRITERS = 64;
    private static final int WINDOWS = 3;
    private static final int WARMUP_SECONDS = 15;
    private static final int SETTLED_SECONDS = 4;
    private static final int SETTLING_SECONDS_MAX = 600;
    private static final int PARTS = 10;
    private static final int MILLION = 1_000_000;
    private static final double GIGA = 1e9;

    private final Path directory;
    private final int items;
    private final long streamBytes;
    private final int windowSeconds;

    private GrowthCost(Path directory, int items, long streamBytes, int windowSeconds) {
        this.directory = directory;
        this.items = items;
        this.streamBytes = streamBytes;
        this.windowSeconds = windowSeconds;
    }

    /// Runs what `arguments` say.
    public static void main(String[] arguments) throws InterruptedException {
        new GrowthCost(
                        Path.of(arguments[0]),
                        (int) (Double.parseDouble(arguments[1]) * MILLION),
                        (long) (Double.parseDouble(arguments[2]) * GIGA),
                        Integer.parseInt(arguments[3]))
                .measure();
    }

    private void measure() throws InterruptedException {
        System.out.println(
                "what                        a second   fewest   p50 ms   p99 ms  max ms  disk GB"
                        + " stream GB");
        try (EmbeddedEngine engine = EmbeddedEngine.open(directory, Durability.SYNC)) {
            StreamedTable.create(engine.engine());
        }
        double before = steady("puts, empty", GrowthCost::fewKeys);
        fill("small items", SMALL_ITEM_BYTES, items, _ -> items);
        fill("long stream", LARGE_ITEM_BYTES, LARGE_KEYS, this::largeItemsMissing);
        double few = steady("puts, full, few keys", GrowthCost::fewKeys);
        double many = steady("puts, full, any key", this::anyKey);
        System.out.printf(
                Locale.ROOT,
                "full against empty: few keys %.0f %%, any key %.0f %%%n",
                100 * few / before,
                100 * many / before);
    }

    private static String fewKeys() {
        return "w" + ThreadLocalRandom.current().nextInt(100_000);
    }

    private String anyKey() {
        return "k" + ThreadLocalRandom.current().nextInt(items);
    }

    // How many large items make the stream as long as it is to be. The record of a key's first put
    // has one image, of any other two.
    private long largeItemsMissing(EmbeddedEngine engine) {
        return Math.max(0, streamBytes - engine.streamBytes()) / (2 * LARGE_ITEM_BYTES);
    }

    // Files that are no longer needed go behind each part, so that they do not fill the disk.
    private void fill(String what, int itemBytes, int keys, ToLongFunction<EmbeddedEngine> count)
            throws InterruptedException {
        try (EmbeddedEngine engine = EmbeddedEngine.open(directory, Durability.RELAXED)) {
            StreamedTable table = StreamedTable.existing(engine.engine());
            Filling filling = new Filling(table, new ItemSource(itemBytes), keys);
            long perPart = count.applyAsLong(engine) / PARTS;
            for (int part = 0; part < PARTS; part++) {
                long began = System.nanoTime();
                filling.put(perPart);
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "%-26s %9.0f %43.1f %9.1f%n",
                        what,
                        perPart / seconds,
                        engine.bytesOnDisk() / GIGA,
                        engine.streamBytes() / GIGA);
                engine.settle(SETTLED_SECONDS, SETTLING_SECONDS_MAX);
            }
        }
    }

    // The mean rate of the windows.
    private double steady(String what, Supplier<String> keys) throws InterruptedException {
        try (EmbeddedEngine engine = EmbeddedEngine.open(directory, Durability.SYNC)) {
            engine.settle(SETTLED_SECONDS, SETTLING_SECONDS_MAX);
            StreamedTable table = StreamedTable.existing(engine.engine());
            ItemSource source = new ItemSource(WRITTEN_ITEM_BYTES);
            try (SteadyWriters writers = new SteadyWriters(table, source, WRITERS, keys)) {
                writers.during(WARMUP_SECONDS, () -> {});
                double sum = 0;
                for (int i = 0; i < WINDOWS; i++) {
                    Window window = writers.during(windowSeconds, () -> {});
                    print(what, window, engine);
                    sum += window.perSecond();
                }
                return sum / WINDOWS;
            }
        }
    }

    private static void print(String what, Window window, EmbeddedEngine engine) {
        System.out.printf(
                Locale.ROOT,
                "%-26s %9.0f %8d %8.2f %8.2f %7.1f %8.1f %9.1f%n",
                what,
                window.perSecond(),
                window.fewest(),
                window.millis(50),
                window.millis(99),
                window.millis(100),
                engine.bytesOnDisk() / GIGA,
                engine.streamBytes() / GIGA);
    }
}
