package dev.millrace.benchmarks.trigger;

import com.sun.management.OperatingSystemMXBean;

import dev.millrace.benchmarks.embedded.EmbeddedEngine;
import dev.millrace.benchmarks.embedded.Filling;
import dev.millrace.benchmarks.embedded.ItemSource;
import dev.millrace.benchmarks.embedded.StreamedTable;
import dev.millrace.store.Durability;
import dev.millrace.triggers.run.MappingReport;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// How many small records a second go through one mapping, with batches of 1,000 and a function in
/// this process, by itself (`catch-up`, `steady`) and as a handler in a jar (`jar`): first a stream
/// that is there already, then one that is written at a steady rate.
///
/// `TriggerThroughput DIRECTORY RECORDS RATE SECONDS`, the records a multiple of 100
public final class TriggerThroughput {
    private static final int PAYLOAD_BYTES = 32;
    private static final int ROUNDS = 3;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Path directory;
    private final int records;
    private final int rate;
    private final int seconds;

    private TriggerThroughput(Path directory, int records, int rate, int seconds) {
        this.directory = directory;
        this.records = records;
        this.rate = rate;
        this.seconds = seconds;
    }

    /// Runs what `arguments` say.
    public static void main(String[] arguments) throws InterruptedException {
        new TriggerThroughput(
                        Path.of(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Integer.parseInt(arguments[3]))
                .run();
    }

    private void run() throws InterruptedException {
        try (EmbeddedEngine engine = EmbeddedEngine.open(directory, Durability.SYNC)) {
            StreamedTable table = StreamedTable.create(engine.engine());
            // Each key once: a put that changes nothing would leave no record.
            Filling filling = new Filling(table, new ItemSource(PAYLOAD_BYTES), records);
            filling.put(records);
            print("%d records written; load average %.2f", records, SYSTEM.getSystemLoadAverage());
            for (int round = 1; round <= ROUNDS; round++) {
                catchUp("catch-up", CountedMapping.open(engine.engine(), table.streamArn()));
            }
            try (JarFunction jar = new JarFunction(directory.resolveSibling("log"))) {
                for (int round = 1; round <= ROUNDS; round++) {
                    catchUp("jar      ", counted(engine, table, jar));
                }
                steady("steady   ", table, CountedMapping.open(engine.engine(), table.streamArn()));
                steady("jar      ", table, counted(engine, table, jar));
            }
        }
    }

    private static CountedMapping counted(
            EmbeddedEngine engine, StreamedTable table, JarFunction jar) {
        return CountedMapping.open(engine.engine(), table.streamArn(), jar::counting);
    }

    private void catchUp(String name, CountedMapping opened) {
        try (CountedMapping mapping = opened) {
            long cpuBegan = SYSTEM.getProcessCpuTime();
            long began = System.nanoTime();
            mapping.fromTheBeginning();
            mapping.await(records);
            double took = (System.nanoTime() - began) / 1e9;
            double cpuMicros = (SYSTEM.getProcessCpuTime() - cpuBegan) / 1e3 / records;
            print(
                    "%s %9.0f records/s  %6.2f us of processor time a record  %d calls",
                    name, records / took, cpuMicros, mapping.report().figures().invocations());
        }
    }

    private void steady(String name, StreamedTable table, CountedMapping opened)
            throws InterruptedException {
        try (CountedMapping mapping = opened;
                PacedWriter writer = new PacedWriter(table, new ItemSource(PAYLOAD_BYTES), rate)) {
            mapping.fromNowOn();
            long cpuBegan = SYSTEM.getProcessCpuTime();
            long began = System.nanoTime();
            writer.start();
            long lagMax = 0;
            for (int second = 1; second <= seconds; second++) {
                TimeUnit.NANOSECONDS.sleep(
                        began + TimeUnit.SECONDS.toNanos(second) - System.nanoTime());
                MappingReport report = mapping.report();
                lagMax = Math.max(lagMax, report.lag().records());
            }
            writer.stop();
            long written = writer.written();
            double took = (System.nanoTime() - began) / 1e9;
            mapping.await(written);
            double drained = (System.nanoTime() - began) / 1e9 - took;
            double cpuMicros = (SYSTEM.getProcessCpuTime() - cpuBegan) / 1e3 / written;
            print(
                    "%s %9.0f records/s written for %.0f s, all delivered %.2f s later;"
                            + " most behind %d; %.2f us of processor time a record, with writing",
                    name, written / took, took, drained, lagMax, cpuMicros);
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
