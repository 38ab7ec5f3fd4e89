package dev.millrace.cli.demo.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// One run of the `git` executable. What it complains about is collected beside, so that it never
/// waits for a reader.
final class GitProcess implements AutoCloseable {

    private static final int COMPLAINT_BYTES_MAX = 4096;

    // They would make git look at another repository than the one that is named.
    private static final Set<String> MISLEADING =
            Set.of(
                    "GIT_DIR",
                    "GIT_WORK_TREE",
                    "GIT_INDEX_FILE",
                    "GIT_PREFIX",
                    "GIT_COMMON_DIR",
                    "GIT_OBJECT_DIRECTORY",
                    "GIT_ALTERNATE_OBJECT_DIRECTORIES");

    private final Process process;
    private final InputStream output;
    private final OutputStream input;
    private final FutureTask<String> complaint;

    private GitProcess(Process process) {
        this.process = process;
        this.output = new BufferedInputStream(process.getInputStream(), 1 << 16);
        this.input = new BufferedOutputStream(process.getOutputStream());
        this.complaint = new FutureTask<>(() -> firstLine(process.getErrorStream()));
        Thread.ofVirtual().name("git-complaint").start(complaint);
    }

    /// Runs git in `directory`.
    ///
    /// @throws GitException if there is no git
    static GitProcess start(Path directory, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        adjust(builder.environment());
        try {
            return new GitProcess(builder.start());
        } catch (IOException e) {
            throw new GitException("the git command cannot be run; install git", e);
        }
    }

    /// What git writes.
    InputStream output() {
        return output;
    }

    /// What git reads.
    OutputStream input() {
        return input;
    }

    /// Waits until git has ended; its output must have been read.
    ///
    /// @throws GitException with git's own words if it has failed
    void finish() {
        String words = complaint();
        if (exitCode() != 0) {
            throw new GitException("git failed: " + words);
        }
    }

    /// Whether git has ended well; its output must have been read.
    boolean isSuccessful() {
        return exitCode() == 0;
    }

    /// The first line of what git complains about, once it has ended.
    String complaint() {
        try {
            return complaint.get();
        } catch (ExecutionException e) {
            throw new GitException("git's messages cannot be read", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static GitException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new GitException("interrupted while waiting for git", e);
    }

    private static void adjust(Map<String, String> environment) {
        environment.keySet().removeAll(MISLEADING);
        environment.put("LC_ALL", "C");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
    }

    private static String firstLine(InputStream error) throws IOException {
        byte[] beginning = error.readNBytes(COMPLAINT_BYTES_MAX);
        error.transferTo(OutputStream.nullOutputStream());
        return new String(beginning, UTF_8).lines().findFirst().orElse("it does not say why");
    }
}
