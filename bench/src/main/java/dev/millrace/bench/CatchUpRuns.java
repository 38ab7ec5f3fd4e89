package dev.millrace.bench;

import dev.millrace.bench.result.Mode;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.stream.CatchUp;
import dev.millrace.bench.table.BenchTable;
import dev.millrace.bench.table.TableShape;

import java.util.List;

/// Measures how fast readers read a stream that has one record for each of a table's items.
///
/// @param bench what it works with
record CatchUpRuns(Bench bench) {

    private record Case(Contender contender, CatchUp readers) {}

    /// Measures and records.
    ///
    /// @param readers how many readers there are at a time, each of which reads everything
    void run(int readers) {
        int mark = bench.cleanup().mark();
        try {
            List<Case> cases =
                    bench.contenders().stream().map(each -> open(each, readers)).toList();
            cases.forEach(each -> each.readers().warmUp(bench.plan().timing().warmup()));
            List<List<Sample>> samples =
                    bench.alternate(
                            cases, each -> each.readers().run(bench.plan().timing().measured()));
            Bench.Caption caption =
                    new Bench.Caption(
                            "catch-up-" + readers,
                            bench.plan().readableStream(),
                            Mode.CLOSED,
                            readers == 1 ? "1 reader" : readers + " readers",
                            "records/s");
            bench.recorder()
                    .series(
                            Bench.series(
                                    caption,
                                    cases.stream().map(each -> each.contender().letter()).toList(),
                                    samples));
        } finally {
            bench.cleanup().closeSince(mark);
        }
    }

    private Case open(Contender contender, int readers) {
        TableShape shape = new TableShape(false, bench.plan().readableStream(), 0);
        BenchTable table = contender.table(bench.names().next("catch-up"), shape, bench.cleanup());
        RequestCase.fill(table, false, bench.plan().load());
        return new Case(contender, new CatchUp(table, readers, bench.plan().load().keys()));
    }
}
