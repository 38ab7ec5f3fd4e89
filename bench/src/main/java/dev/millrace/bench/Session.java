package dev.millrace.bench;

import dev.millrace.bench.workload.RequestKind;

import java.util.List;

/// One call of the benchmark: starts what is to be started, measures one workload after the other,
/// and undoes everything in the end.
///
/// @param plan what is to be measured
/// @param access how servers are reached and started
/// @param names names for tables
/// @param recorder where results go
/// @param cleanup what is to be undone in the end
record Session(
        Plan plan, Contender.Access access, TableNames names, Recorder recorder, Cleanup cleanup) {

    /// Measures everything.
    ///
    /// @throws dev.millrace.bench.http.BenchException if that is not possible
    void run() {
        if (plan.workloads().contains(new Workload.Start())) {
            new StartRuns(plan, access, recorder, cleanup).run();
        }
        List<Workload> rest =
                plan.workloads().stream()
                        .filter(workload -> !(workload instanceof Workload.Start))
                        .toList();
        if (!rest.isEmpty()) {
            measure(rest);
        }
    }

    private void measure(List<Workload> workloads) {
        List<Contender> contenders = Contender.openAll(plan, access, cleanup);
        Bench bench = new Bench(plan, contenders, names, recorder, cleanup);
        workloads.forEach(workload -> measure(workload, bench));
        contenders.forEach(contender ->
                contender
                        .residentBytes()
                        .ifPresent(bytes -> recorder.memory(contender.letter(), bytes)));
    }

    private static void measure(Workload workload, Bench bench) {
        switch (workload) {
            case Workload.Requests(RequestKind kind) -> requests(kind, bench);
            case Workload.CatchUp(int readers) -> new CatchUpRuns(bench).run(readers);
            case Workload.Poll() -> new DelayRuns(bench).poll();
            case Workload.Wait() -> new DelayRuns(bench).await();
            case Workload.Trigger() -> new DelayRuns(bench).trigger();
            case Workload.Start() ->
                    throw new IllegalStateException("starts are measured before all else");
        }
    }

    // What does not write has the same table whatever streams are asked for.
    private static void requests(RequestKind kind, Bench bench) {
        List<String> streams = bench.plan().streams();
        RequestRuns runs = new RequestRuns(bench);
        if (kind.isWriting()) {
            streams.forEach(stream -> runs.run(kind, stream));
        } else {
            runs.run(kind, streams.getFirst());
        }
    }
}
