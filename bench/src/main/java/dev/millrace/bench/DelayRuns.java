package dev.millrace.bench;

import dev.millrace.bench.result.Mode;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.stream.Delays;
import dev.millrace.bench.stream.Reading;
import dev.millrace.bench.stream.WaitProbe;
import dev.millrace.bench.stream.WriteToRead;
import dev.millrace.bench.table.BenchTable;
import dev.millrace.bench.table.TableShape;
import dev.millrace.bench.trigger.WriteToCall;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// Measures how soon something follows a write. What a server cannot do is left out, with a note.
///
/// @param bench what it works with
record DelayRuns(Bench bench) {
    private static final int WAIT_SECONDS = 20;

    /// Something that follows writes, ready to run.
    private record Case(Contender contender, Function<Duration, Delays> run) {
        void warmUp(Duration duration) {
            // What is measured while it warms up does not count.
            Delays _ = run.apply(duration);
        }
    }

    /// How one is made ready; empty if the server cannot do it.
    @FunctionalInterface
    private interface Preparation {
        Optional<Function<Duration, Delays>> of(Contender contender, BenchTable table);
    }

    /// How soon a polling reader has a record.
    void poll() {
        Reading reading = new Reading.Polling(bench.plan().timing().pollInterval());
        run(
                "poll",
                "every " + bench.plan().timing().pollInterval().toMillis() + " ms" + beside(),
                (contender, table) -> Optional.of(reader(contender, table, reading)));
    }

    /// How soon a waiting reader has a record.
    void await() {
        run(
                "wait",
                "waiting" + beside(),
                (contender, table) -> {
                    if (WaitProbe.canWait(table)) {
                        return Optional.of(
                                reader(contender, table, new Reading.Waiting(WAIT_SECONDS)));
                    }
                    skip("wait", contender, "its readers cannot wait for records");
                    return Optional.empty();
                });
    }

    /// How soon a function is called.
    void trigger() {
        run(
                "trigger",
                "function",
                (contender, table) -> {
                    Optional<String> obstacle = WriteToCall.obstacle(contender.service().tables());
                    if (obstacle.isPresent()) {
                        skip("trigger", contender, obstacle.get());
                        return Optional.empty();
                    }
                    WriteToCall call =
                            bench.cleanup()
                                    .add(WriteToCall.start(table, bench.names().next("function")));
                    return Optional.of(call::run);
                });
    }

    private void run(String workload, String load, Preparation preparation) {
        int mark = bench.cleanup().mark();
        try {
            List<Case> cases =
                    bench.contenders().stream()
                            .flatMap(each -> prepare(each, workload, preparation).stream())
                            .toList();
            if (!cases.isEmpty()) {
                measure(cases, workload, load);
            }
        } finally {
            bench.cleanup().closeSince(mark);
        }
    }

    private Optional<Case> prepare(Contender contender, String workload, Preparation preparation) {
        TableShape shape = new TableShape(false, Plan.STREAM_DEFAULT, 0);
        BenchTable table = contender.table(bench.names().next(workload), shape, bench.cleanup());
        return preparation.of(contender, table).map(run -> new Case(contender, run));
    }

    private void measure(List<Case> cases, String workload, String load) {
        Plan.Timing timing = bench.plan().timing();
        if (timing.warmup().isPositive()) {
            cases.forEach(each -> each.warmUp(timing.warmup()));
        }
        List<List<Delays>> delays =
                bench.alternate(cases, each -> each.run().apply(timing.measured()));
        record(cases, delays, workload + "-sent", load, Delays::fromSent);
        record(cases, delays, workload + "-answered", load, Delays::fromAnswered);
    }

    private void record(
            List<Case> cases,
            List<List<Delays>> delays,
            String workload,
            String load,
            Function<Delays, Sample> part) {
        Bench.Caption caption = new Bench.Caption(workload, "", Mode.SINGLE, load, "records/s");
        bench.recorder()
                .series(
                        Bench.series(
                                caption,
                                cases.stream().map(each -> each.contender().letter()).toList(),
                                delays.stream()
                                        .map(runs -> runs.stream().map(part).toList())
                                        .toList()));
    }

    private Function<Duration, Delays> reader(
            Contender contender, BenchTable table, Reading reading) {
        Random random = new Random(bench.plan().load().seed());
        Function<Duration, Delays> run =
                bench.cleanup().add(WriteToRead.start(table, reading, random))::run;
        if (bench.plan().timing().background() == 0) {
            return run;
        }
        Background background = Background.open(contender, table, bench);
        return duration -> background.beside(duration, run);
    }

    private String beside() {
        int background = bench.plan().timing().background();
        return background == 0 ? "" : String.format(Locale.ROOT, " at %,d/s", background);
    }

    private void skip(String workload, Contender contender, String reason) {
        bench.recorder()
                .note(workload + " is left out for server " + contender.letter() + ": " + reason);
    }
}
