package dev.millrace.cli.demo.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commits from the oldest to one that is given, along first parents: replaying their changes
/// gives that one's tree exactly. If the oldest commit read has a parent, all of its files count as
/// added by it. For one thread.
public final class GitHistory implements AutoCloseable {

    private static final char CHANGE_MARK = ':';

    private final Path directory;
    private final GitProcess process;
    private final NulReader reader;
    private @Nullable String upcoming;
    private boolean isFirst = true;

    private GitHistory(Path directory, GitProcess process) throws IOException {
        this.directory = directory;
        this.process = process;
        this.reader = new NulReader(process.output());
        this.upcoming = string();
    }

    /// Begins to read the newest `commitsMax` commits that lead to `commit`.
    static GitHistory open(Path directory, String commit, int commitsMax) {
        GitProcess process = GitProcess.start(directory, command(commit, commitsMax));
        try {
            return new GitHistory(directory, process);
        } catch (IOException e) {
            process.close();
            throw unreadable(e);
        }
    }

    // The settings keep a user's configuration from changing what is written; "-m" compares a merge
    // with its (first) parent instead of leaving it out.
    private static List<String> command(String commit, int commitsMax) {
        return List.of(
                "-c",
                "log.showRoot=true",
                "-c",
                "log.showSignature=false",
                "-c",
                "diff.relative=false",
                "log",
                "-z",
                "--reverse",
                "--first-parent",
                "-m",
                "--raw",
                "--no-abbrev",
                "--no-renames",
                "--no-color",
                "--no-ext-diff",
                "--ignore-submodules=none",
                "--format=%H %at %P",
                "--max-count=" + commitsMax,
                commit,
                "--");
    }

    /// The next commit; empty after the last one.
    ///
    /// @throws GitException if reading fails
    public Optional<GitCommit> next() {
        try {
            String header = upcoming;
            if (header == null) {
                process.finish();
                return Optional.empty();
            }
            return Optional.of(commit(header.split(" ", -1)));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private GitCommit commit(String[] header) throws IOException {
        if (header.length < 3) {
            throw unknownForm();
        }
        List<GitChange> changes = changes();
        boolean hasUnreadParent = isFirst && !header[2].isEmpty();
        isFirst = false;
        return new GitCommit(
                header[0], time(header[1]), hasUnreadParent ? allFiles(header[0]) : changes);
    }

    private List<GitChange> changes() throws IOException {
        List<GitChange> changes = new ArrayList<>();
        upcoming = string();
        while (upcoming != null && upcoming.charAt(0) == CHANGE_MARK) {
            changes.add(change(upcoming.split(" ", -1)));
            upcoming = string();
        }
        return changes;
    }

    // ":<old mode> <new mode> <old id> <new id> <status>"
    private GitChange change(String[] fields) throws IOException {
        byte[] path = reader.next();
        if (fields.length != 5 || path == null) {
            throw unknownForm();
        }
        GitFile file = new GitFile(fields[1], fields[3]);
        return switch (fields[4]) {
            case "A" -> new GitChange.Added(GitPath.of(path), file);
            case "M", "T" -> new GitChange.Changed(GitPath.of(path), file);
            case "D" -> new GitChange.Deleted(GitPath.of(path));
            default -> throw unknownForm();
        };
    }

    private List<GitChange> allFiles(String commit) {
        List<GitChange> added = new ArrayList<>();
        GitTree.read(directory, commit)
                .files()
                .forEach((path, file) -> added.add(new GitChange.Added(path, file)));
        return added;
    }

    // A line break separates the header of a commit from its changes, even though NULs end both.
    private @Nullable String string() throws IOException {
        byte[] bytes = reader.next();
        if (bytes == null) {
            return null;
        }
        String string = new String(bytes, US_ASCII).stripLeading();
        if (string.isEmpty()) {
            throw unknownForm();
        }
        return string;
    }

    private static long time(String seconds) {
        return seconds.isEmpty() ? 0 : Long.parseLong(seconds);
    }

    private static GitException unknownForm() {
        return new GitException("git lists the history in a form that is not known");
    }

    private static GitException unreadable(IOException e) {
        return new GitException("the history cannot be read", e);
    }
}
