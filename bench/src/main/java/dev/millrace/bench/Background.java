package dev.millrace.bench;

import dev.millrace.bench.load.Load;
import dev.millrace.bench.load.Pace;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.table.BenchTable;
import dev.millrace.bench.workload.RequestKind;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Writes that go to a table at a steady rate while something else is measured there.
///
/// @param load sends them
/// @param perSecond how many a second
/// @param recorder is told if there were fewer
/// @param letter the server they go to
record Background(Load load, double perSecond, Recorder recorder, String letter) {
    private static final double SHARE_MIN = 0.97;

    /// Connects.
    static Background open(Contender contender, BenchTable table, Bench bench) {
        Plan.Load planned = bench.plan().load();
        Load load =
                new Load(
                        table.service().tables(),
                        planned.connections(),
                        planned.threads(),
                        thread ->
                                RequestKind.PUT.source(
                                        RequestCase.setting(table, planned, thread)));
        bench.cleanup().add(load);
        return new Background(
                load, bench.plan().timing().background(), bench.recorder(), contender.letter());
    }

    /// Does what `run` does for a time, with the writes beside it.
    <T> T beside(Duration duration, Function<Duration, T> run) {
        CompletableFuture<Sample> writes =
                CompletableFuture.supplyAsync(
                        () -> load.run(new Pace.Open(perSecond), duration),
                        task -> Thread.ofPlatform().daemon().name("bench-background").start(task));
        T result = run.apply(duration);
        complain(writes.join());
        return result;
    }

    private void complain(Sample sample) {
        if (sample.errors() > 0 || sample.perSecond() < SHARE_MIN * perSecond) {
            recorder.note(
                    String.format(
                            Locale.ROOT,
                            "server %s answered %,.0f of %,.0f writes a second beside it, %d with"
                                    + " an error %s",
                            letter,
                            sample.perSecond(),
                            perSecond,
                            sample.errors(),
                            sample.firstErrors()));
        }
    }
}
