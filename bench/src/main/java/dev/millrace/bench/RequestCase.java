package dev.millrace.bench;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.load.Load;
import dev.millrace.bench.load.Pace;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.table.BenchTable;
import dev.millrace.bench.table.TableShape;
import dev.millrace.bench.workload.RequestKind;

/// One kind of request to a table of one server, ready to run.
///
/// @param contender the server
/// @param load the connections
record RequestCase(Contender contender, Load load) {
    private static final int FILL_CONNECTIONS = 8;
    private static final int FILL_ROUNDS_MAX = 100;

    /// Makes the table, fills it if need be, and connects.
    static RequestCase open(Contender contender, RequestKind kind, String stream, Bench bench) {
        Plan.Load planned = bench.plan().load();
        TableShape shape =
                new TableShape(kind.isSorted(), stream, kind.isWriting() ? planned.indexes() : 0);
        BenchTable table =
                contender.table(bench.names().next(kind.toString()), shape, bench.cleanup());
        if (kind.needsItems()) {
            fill(table, kind.isSorted(), planned);
        }
        Load load =
                new Load(
                        contender.service().tables(),
                        planned.connections(),
                        planned.threads(),
                        thread -> kind.source(setting(table, planned, thread)));
        return new RequestCase(contender, bench.cleanup().add(load));
    }

    /// Runs for as long as is planned.
    Sample run(Pace pace, Plan plan) {
        return load.run(pace, plan.timing().measured());
    }

    /// Gives a table all its items.
    static void fill(BenchTable table, boolean isSorted, Plan.Load planned) {
        try (Load load =
                new Load(
                        table.service().tables(),
                        FILL_CONNECTIONS,
                        1,
                        _ -> RequestKind.filling(setting(table, planned, 0), isSorted))) {
            for (int i = 0; i < FILL_ROUNDS_MAX; i++) {
                Sample sample = load.runAll();
                if (sample.errors() > 0) {
                    throw new BenchException(
                            "table " + table.name() + " cannot be filled: " + sample.firstErrors());
                }
                if (sample.throttles() == 0) {
                    return;
                }
            }
        }
        throw new BenchException("the server is too busy to fill table " + table.name());
    }

    /// What the requests of one thread are made of.
    static RequestKind.Setting setting(BenchTable table, Plan.Load planned, int thread) {
        return new RequestKind.Setting(
                table.name(),
                planned.keys(),
                planned.itemBytes(),
                planned.connections(),
                planned.seed() * 1_000 + thread);
    }
}
