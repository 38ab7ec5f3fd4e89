package dev.millrace.benchmarks;

import dev.millrace.benchmarks.embedded.EmbeddedEngine;
import dev.millrace.benchmarks.embedded.Filling;
import dev.millrace.benchmarks.embedded.ItemSource;
import dev.millrace.benchmarks.embedded.SteadyWriters;
import dev.millrace.benchmarks.embedded.SteadyWriters.Window;
import dev.millrace.benchmarks.embedded.StreamedTable;
import dev.millrace.store.Durability;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Measures what it costs the writers when a day of stream records is trimmed: four windows of
/// steady writing one after the other, at the beginning of the third of which everything older than
/// the writers' own records is trimmed. The first two tell how much windows differ anyway.
///
/// `TrimCost DIRECTORY GIGABYTES ROUNDS WINDOW_SECONDS`
public final class TrimCost {
    private static final int FILLED_ITEM_BYTES = 8 * 1024;
    private static final int FILLED_KEYS = 4_000;
    private static final int ROLLOVERS_A_DAY = 6;
    private static final int WRITERS = 16;
    private static final int WRITTEN_ITEM_BYTES = 1024;
    private static final int WARMUP_SECONDS = 10;
    private static final int SETTLED_SECONDS = 5;
    private static final int SETTLING_SECONDS_MAX = 120;
    private static final double GIGA = 1e9;

    private final Path directory;
    private final long bytes;
    private final int windowSeconds;

    private TrimCost(Path directory, long bytes, int windowSeconds) {
        this.directory = directory;
        this.bytes = bytes;
        this.windowSeconds = windowSeconds;
    }

    /// Runs what `arguments` say.
    public static void main(String[] arguments) throws InterruptedException {
        long bytes = (long) (Double.parseDouble(arguments[1]) * GIGA);
        int rounds = Integer.parseInt(arguments[2]);
        TrimCost cost = new TrimCost(Path.of(arguments[0]), bytes, Integer.parseInt(arguments[3]));
        System.out.println(
                "round window      writes/s   fewest   cpu us   p50 ms   p99 ms   max ms  disk GB");
        for (int round = 1; round <= rounds; round++) {
            cost.measure(round);
        }
    }

    private void measure(int round) throws InterruptedException {
        fill(round == 1);
        try (EmbeddedEngine engine = EmbeddedEngine.open(directory, Durability.SYNC)) {
            StreamedTable table = StreamedTable.existing(engine.engine());
            engine.settle(SETTLED_SECONDS, SETTLING_SECONDS_MAX);
            Instant fillEnd = endOfFilling(table);
            try (SteadyWriters writers =
                    new SteadyWriters(table, new ItemSource(WRITTEN_ITEM_BYTES), WRITERS)) {
                writers.during(WARMUP_SECONDS, () -> {});
                Window first = window(round, "before", engine, writers, () -> {});
                Window second = window(round, "before", engine, writers, () -> {});
                Window trim = window(round, "trim", engine, writers, () -> table.trim(fillEnd));
                Window after = window(round, "after", engine, writers, () -> {});
                report(round, first, second, trim, after);
            }
        }
    }

    private void fill(boolean isFirst) {
        try (EmbeddedEngine engine = EmbeddedEngine.open(directory, Durability.RELAXED)) {
            StreamedTable table =
                    isFirst
                            ? StreamedTable.create(engine.engine())
                            : StreamedTable.existing(engine.engine());
            Filling filling = new Filling(table, new ItemSource(FILLED_ITEM_BYTES), FILLED_KEYS);
            // A record has two images, but for the first of each key.
            long records = bytes / (2 * FILLED_ITEM_BYTES);
            for (int i = 0; i < ROLLOVERS_A_DAY; i++) {
                filling.put(records / ROLLOVERS_A_DAY);
                table.roll();
            }
        }
    }

    // What the writers put is younger than this moment, to the millisecond.
    private static Instant endOfFilling(StreamedTable table) throws InterruptedException {
        table.roll();
        TimeUnit.MILLISECONDS.sleep(2);
        Instant end = Instant.now();
        TimeUnit.MILLISECONDS.sleep(2);
        return end;
    }

    private Window window(
            int round, String name, EmbeddedEngine engine, SteadyWriters writers, Runnable event)
            throws InterruptedException {
        Window window = writers.during(windowSeconds, event);
        System.out.printf(
                Locale.ROOT,
                "%5d %-10s %9.0f %8d %8.1f %8.2f %8.2f %8.2f %8.2f%n",
                round,
                name,
                window.perSecond(),
                window.fewest(),
                window.cpuMicros(),
                window.millis(50),
                window.millis(99),
                window.millis(100),
                engine.bytesOnDisk() / GIGA);
        return window;
    }

    private static void report(int round, Window first, Window second, Window trim, Window after) {
        System.out.printf(
                Locale.ROOT,
                "%5d trim against the windows beside it %+.1f %%, processor time a write %+.1f %%;"
                        + " the windows before: %+.1f %%, %+.1f %%%n",
                round,
                change(trim.perSecond(), (second.perSecond() + after.perSecond()) / 2),
                change(trim.cpuMicros(), (second.cpuMicros() + after.cpuMicros()) / 2),
                change(second.perSecond(), first.perSecond()),
                change(second.cpuMicros(), first.cpuMicros()));
    }

    private static double change(double now, double before) {
        return (now / before - 1) * 100;
    }
}
