package dev.millrace.bench;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.process.StartedServer;
import dev.millrace.bench.result.StartFigures;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Measures how long servers take from their command to their first answer, and how much memory
/// they then hold with nothing to do. Each start is on an empty directory.
///
/// @param plan what is to be measured
/// @param access how servers are started
/// @param recorder where results go
/// @param cleanup what is to be undone in the end
record StartRuns(Plan plan, Contender.Access access, Recorder recorder, Cleanup cleanup) {
    private static final int STARTS_MIN = 3;
    private static final Duration IDLE_MAX = Duration.ofSeconds(5);
    private static final double NANOS_A_MILLI = 1e6;

    private record Figures(Plan.Side side, List<Double> millis, List<Long> bytes) {}

    /// Measures and records.
    void run() {
        List<Figures> figures = new ArrayList<>();
        for (Plan.Side side : plan.sides()) {
            if (side.command().isPresent()) {
                figures.add(new Figures(side, new ArrayList<>(), new ArrayList<>()));
            } else {
                recorder.note(
                        "start is left out for server "
                                + side.letter()
                                + ": it was running already");
            }
        }
        for (int i = 0; i < Math.max(STARTS_MIN, plan.timing().runs()); i++) {
            figures.forEach(this::startOnce);
        }
        figures.forEach(each ->
                recorder.starts(
                        new StartFigures(each.side().letter(), each.millis(), each.bytes())));
    }

    private void startOnce(Figures figures) {
        int mark = cleanup.mark();
        try {
            StartedServer server = cleanup.add(StartedServer.start(access.recipe(figures.side())));
            figures.millis().add(server.startTime().toNanos() / NANOS_A_MILLI);
            idle();
            figures.bytes().add(server.residentBytes());
        } finally {
            cleanup.closeSince(mark);
        }
    }

    private void idle() {
        Duration measured = plan.timing().measured();
        Duration idle = measured.compareTo(IDLE_MAX) < 0 ? measured : IDLE_MAX;
        try {
            TimeUnit.MILLISECONDS.sleep(idle.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }
}
