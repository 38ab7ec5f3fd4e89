package dev.millrace.cli.demo;

import dev.millrace.cli.demo.git.GitRepository;
import dev.millrace.cli.demo.git.GitTree;

import java.util.SortedMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/// The demo itself: write a history into a table, replay the table's stream, compare.
///
/// @param clients where the table is
/// @param threads for writing in parallel
/// @param pause between looks at something that takes its time
/// @param nanoTime a clock that only goes forward, in nanoseconds
/// @param progress where to tell what is being done
record Demo(
        AwsClients clients,
        ThreadFactory threads,
        Pause pause,
        LongSupplier nanoTime,
        Progress progress) {

    /// Proves the stream of `table`, which must be empty, with the newest `commitsMax` commits of
    /// `repository`.
    DemoReport run(GitRepository repository, int commitsMax, DemoTable table) {
        Differences differences = new Differences();
        StreamReplay replay = new StreamReplay(differences);
        Written written =
                new HistoryWriter(table::write, threads, nanoTime, progress)
                        .write(repository, commitsMax);
        ReadBack readBack = reader(table).readInto(replay, written.changes().total());
        compareCounts(written, replay, differences);
        progress.at(() -> "comparing");
        SortedMap<String, ItemImage> items = table.items();
        GitTree tree = repository.tree();
        Comparison comparison = new Comparison(replay.items(), differences);
        comparison.withTable(items);
        comparison.withTree(tree);
        return new DemoReport(
                written,
                readBack,
                items.size(),
                tree.files().size(),
                differences.count(),
                differences.shown());
    }

    private StreamReader reader(DemoTable table) {
        return new StreamReader(clients.streams(), table.streamArn(), pause, nanoTime, progress);
    }

    private static void compareCounts(
            Written written, StreamReplay replay, Differences differences) {
        if (!replay.changes().equals(written.changes())) {
            differences.add(
                    "written were "
                            + written.changes()
                            + ", the stream tells of "
                            + replay.changes());
        }
    }
}
