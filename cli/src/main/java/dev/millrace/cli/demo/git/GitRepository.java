package dev.millrace.cli.demo.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A git repository as it stood when it was opened: commits made later are not seen.
///
/// @param directory a directory of the repository's, with or without a working tree
/// @param head the id of the commit that HEAD named
public record GitRepository(Path directory, String head) {

    private static final int ANSWER_BYTES_MAX = 4096;

    /// Opens the repository that `directory` belongs to.
    ///
    /// @throws GitException if there is none, if it has no commit, or if there is no git
    public static GitRepository open(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new GitException("there is no directory " + directory);
        }
        requireRepository(directory);
        return new GitRepository(directory, head(directory));
    }

    /// The number of commits that {@link #history} will tell of, at most `commitsMax`.
    public int commitCount(int commitsMax) {
        return Integer.parseInt(
                answer(
                        "rev-list",
                        "--count",
                        "--first-parent",
                        "--max-count=" + commitsMax,
                        head,
                        "--"));
    }

    /// The newest `commitsMax` commits on the way to HEAD, the oldest of them first.
    public GitHistory history(int commitsMax) {
        return GitHistory.open(directory, head, commitsMax);
    }

    /// The files at HEAD.
    public GitTree tree() {
        return GitTree.read(directory, head);
    }

    /// The contents of files.
    public GitBlobs blobs() {
        return GitBlobs.open(directory);
    }

    private static void requireRepository(Path directory) {
        try (GitProcess process = GitProcess.start(directory, List.of("rev-parse", "--git-dir"))) {
            answer(process);
            if (!process.isSuccessful()) {
                throw new GitException(
                        directory + " is no git repository (" + process.complaint() + ")");
            }
        }
    }

    private static String head(Path directory) {
        List<String> command = List.of("rev-parse", "--quiet", "--verify", "HEAD^{commit}");
        try (GitProcess process = GitProcess.start(directory, command)) {
            String head = answer(process);
            if (!process.isSuccessful()) {
                throw new GitException("the git repository " + directory + " has no commit yet");
            }
            return head;
        }
    }

    private String answer(String... command) {
        try (GitProcess process = GitProcess.start(directory, List.of(command))) {
            String answer = answer(process);
            process.finish();
            return answer;
        }
    }

    private static String answer(GitProcess process) {
        try {
            return new String(process.output().readNBytes(ANSWER_BYTES_MAX), UTF_8).strip();
        } catch (IOException e) {
            throw new GitException("git's answer cannot be read", e);
        }
    }
}
