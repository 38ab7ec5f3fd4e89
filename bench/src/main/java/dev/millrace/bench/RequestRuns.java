package dev.millrace.bench;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.load.Pace;
import dev.millrace.bench.result.Mode;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.result.Series;
import dev.millrace.bench.workload.RequestKind;

import java.time.Duration;
import java.util.List;

/// Measures one kind of request: first how many a second are answered, then how long they take at a
/// rate that leaves the server some air. Two servers are compared at the same rate.
///
/// @param bench what it works with
record RequestRuns(Bench bench) {
    private static final double SHARE = 0.7;

    /// Measures and records.
    void run(RequestKind kind, String stream) {
        int mark = bench.cleanup().mark();
        List<RequestCase> cases =
                bench.contenders().stream()
                        .map(contender -> RequestCase.open(contender, kind, stream, bench))
                        .toList();
        try {
            run(cases, kind, stream);
        } finally {
            bench.cleanup().closeSince(mark);
        }
    }

    private void run(List<RequestCase> cases, RequestKind kind, String stream) {
        String shown = kind.isWriting() ? stream : "";
        Plan.Timing timing = bench.plan().timing();
        if (timing.rate().isPresent()) {
            Pace pace = new Pace.Open(timing.rate().getAsDouble());
            warmUp(cases, pace);
            open(cases, kind, shown, pace);
        } else {
            warmUp(cases, new Pace.Closed());
            open(cases, kind, shown, new Pace.Open(SHARE * closed(cases, kind, shown)));
        }
    }

    private void warmUp(List<RequestCase> cases, Pace pace) {
        Duration warmup = bench.plan().timing().warmup();
        if (warmup.isPositive()) {
            cases.forEach(each -> each.load().run(pace, warmup));
        }
    }

    // The rate of the slower server.
    private double closed(List<RequestCase> cases, RequestKind kind, String stream) {
        Pace pace = new Pace.Closed();
        String load = pace + " " + bench.plan().load().connections();
        List<Series> series = measure(cases, pace, caption(kind, stream, Mode.CLOSED, load));
        double rate =
                series.stream()
                        .mapToDouble(each -> each.median(Sample::perSecond))
                        .min()
                        .orElseThrow();
        if (rate == 0) {
            throw new BenchException("no " + kind + " was answered");
        }
        return rate;
    }

    private void open(List<RequestCase> cases, RequestKind kind, String stream, Pace pace) {
        measure(cases, pace, caption(kind, stream, Mode.OPEN, pace.toString()));
    }

    private List<Series> measure(List<RequestCase> cases, Pace pace, Bench.Caption caption) {
        List<List<Sample>> samples = bench.alternate(cases, each -> each.run(pace, bench.plan()));
        List<Series> series =
                Bench.series(
                        caption,
                        cases.stream().map(each -> each.contender().letter()).toList(),
                        samples);
        bench.recorder().series(series);
        return series;
    }

    private static Bench.Caption caption(RequestKind kind, String stream, Mode mode, String load) {
        return new Bench.Caption(kind.toString(), stream, mode, load, "items/s");
    }
}
