package dev.millrace.bench;

import dev.millrace.bench.result.Mode;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.result.Series;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What all workloads work with.
///
/// @param plan what is to be measured
/// @param contenders the servers
/// @param names names for tables
/// @param recorder where results go
/// @param cleanup what is to be undone in the end
record Bench(
        Plan plan,
        List<Contender> contenders,
        TableNames names,
        Recorder recorder,
        Cleanup cleanup) {

    /// What a series is called.
    ///
    /// @param workload what is done
    /// @param stream the stream's view type; empty where it does not matter
    /// @param mode how requests follow one another
    /// @param load the same in words
    /// @param unit what items are
    record Caption(String workload, String stream, Mode mode, String load, String unit) {
        Series of(String server, List<Sample> samples) {
            return new Series(workload, stream, mode, load, unit, server, samples);
        }
    }

    /// Runs something on each of `cases` in turn, and that as often as planned: A B A B.
    ///
    /// @return the results of each case
    <C, R> List<List<R>> alternate(List<C> cases, Function<C, R> run) {
        List<List<R>> results = new ArrayList<>();
        cases.forEach(_ -> results.add(new ArrayList<>()));
        for (int i = 0; i < plan.timing().runs(); i++) {
            for (int j = 0; j < cases.size(); j++) {
                results.get(j).add(run.apply(cases.get(j)));
            }
        }
        return results;
    }

    /// The series of the same runs on several servers.
    ///
    /// @param servers their letters
    /// @param samples the runs of each
    static List<Series> series(Caption caption, List<String> servers, List<List<Sample>> samples) {
        return IntStream.range(0, servers.size())
                .mapToObj(i -> caption.of(servers.get(i), samples.get(i)))
                .toList();
    }
}
