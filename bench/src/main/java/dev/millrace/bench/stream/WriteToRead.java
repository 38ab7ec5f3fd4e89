package dev.millrace.bench.stream;

import dev.millrace.bench.table.BenchTable;

import java.time.Duration;
import java.util.Random;

/// How soon a reader has what was written: one write at a time, and one reader of its shard. Writes
/// follow each other at random moments, so that they meet a polling reader in any of its phases.
public final class WriteToRead implements AutoCloseable {
    private static final Duration PAUSE_MIN = Duration.ofMillis(1);

    private final SingleWriter writer;
    private final ArrivalReader reader;
    private final Duration pauseMax;
    private final Random random;

    private WriteToRead(
            SingleWriter writer, ArrivalReader reader, Duration pauseMax, Random random) {
        this.writer = writer;
        this.reader = reader;
        this.pauseMax = pauseMax;
        this.random = random;
    }

    /// Writes to `table`, which has a stream and nobody else who writes to it.
    public static WriteToRead start(BenchTable table, Reading reading, Random random) {
        SingleWriter writer = new SingleWriter(table);
        try {
            writer.write();
            ArrivalReader reader = ArrivalReader.start(table, reading);
            return new WriteToRead(writer, reader, pauseMax(reading), random);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /// Measures until the time is over, at least one write.
    public Delays run(Duration duration) {
        Delays.Notes notes = new Delays.Notes();
        long end = System.nanoTime() + duration.toNanos();
        do {
            Times.pause(pause());
            long sent = System.nanoTime();
            writer.write();
            long answered = System.nanoTime();
            notes.note(sent, answered, reader.next());
        } while (end - System.nanoTime() > 0);
        return notes.delays();
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }

    private Duration pause() {
        return PAUSE_MIN.plusNanos(random.nextLong(pauseMax.toNanos()));
    }

    private static Duration pauseMax(Reading reading) {
        return switch (reading) {
            case Reading.Polling(Duration pause) -> pause.plus(PAUSE_MIN);
            case Reading.Waiting _ -> PAUSE_MIN;
        };
    }
}
