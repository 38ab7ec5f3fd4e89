package dev.millrace.cli.demo;

import dev.millrace.cli.demo.git.GitBlobs;
import dev.millrace.cli.demo.git.GitChange;
import dev.millrace.cli.demo.git.GitCommit;
import dev.millrace.cli.demo.git.GitHistory;
import dev.millrace.cli.demo.git.GitRepository;

import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Writes the history of a repository as changes of items.
final class HistoryWriter {

    /// How many changes are under way at a time.
    static final int LANES = 32;

    private final Consumer<ItemChange> table;
    private final ThreadFactory threads;
    private final LongSupplier nanoTime;
    private final Progress progress;
    private int commits;
    private ChangeCounts changes = ChangeCounts.NONE;

    /// A writer that passes changes to `table`, from many threads at once.
    HistoryWriter(
            Consumer<ItemChange> table,
            ThreadFactory threads,
            LongSupplier nanoTime,
            Progress progress) {
        this.table = table;
        this.threads = threads;
        this.nanoTime = nanoTime;
        this.progress = progress;
    }

    /// Writes the newest `commitsMax` commits of `repository`, oldest first. To be called once.
    Written write(GitRepository repository, int commitsMax) {
        int commitsExpected = repository.commitCount(commitsMax);
        Stopwatch stopwatch = Stopwatch.start(nanoTime);
        try (GitHistory history = repository.history(commitsMax);
                GitBlobs blobs = repository.blobs();
                WriteLanes lanes = new WriteLanes(LANES, table, threads)) {
            FileItems items = new FileItems(blobs);
            for (Optional<GitCommit> commit = history.next();
                    commit.isPresent();
                    commit = history.next()) {
                submit(commit.get(), items, lanes, commitsExpected);
                commits++;
            }
            lanes.finish();
        }
        return new Written(commits, changes, stopwatch.elapsed());
    }

    private void submit(GitCommit commit, FileItems items, WriteLanes lanes, int commitsExpected) {
        for (GitChange gitChange : commit.changes()) {
            ItemChange change = items.change(commit, gitChange);
            lanes.submit(change);
            changes =
                    switch (change) {
                        case ItemChange.Put _ -> changes.plusPut();
                        case ItemChange.Update _ -> changes.plusUpdate();
                        case ItemChange.Delete _ -> changes.plusDelete();
                    };
            progress.at(() -> progressText(commitsExpected));
        }
    }

    private String progressText(int commitsExpected) {
        return "writing      commit "
                + Figures.grouped(commits + 1)
                + " of "
                + Figures.grouped(commitsExpected)
                + ", "
                + Figures.counted(changes.total(), "change");
    }
}
