package dev.millrace.triggers.function.process;

import dev.millrace.triggers.function.ErrorPayload;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.function.role.RoleSession;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A process of a function with all that was set up for it, to be taken down together.
///
/// @param copy the name of the copy of the function
/// @param server the port that it is fed through
/// @param session its credentials
/// @param temporary the directory of its temporary files
/// @param process null if it could not be started
/// @param output carries what it writes; null if it could not be started
record LaunchedProcess(
        String copy,
        RuntimeServer server,
        RoleSession session,
        Path temporary,
        @Nullable Process process,
        @Nullable OutputPump output,
        RunningNotes notes,
        ProcessSurroundings surroundings) {
    private static final int REMOVALS_MAX = 40;
    private static final long REMOVAL_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int SIGNAL = 128;

    /// The process; null if it could not be started.
    @Nullable ProcessHandle handle() {
        return process == null ? null : process.toHandle();
    }

    /// Brings all that the process has written into the log.
    void drain() {
        if (output != null) {
            output.drain();
        }
    }

    /// What becomes of an invocation whose process ends instead of answering.
    static Outcome exited(String requestId, String how) {
        return ErrorPayload.failure(
                "Runtime.ExitError", "RequestId: " + requestId + " Error: Runtime exited " + how);
    }

    /// The same, with what an exit code tells.
    static Outcome exited(String requestId, int code) {
        return exited(
                requestId,
                switch (code) {
                    case 0 -> "without providing a reason";
                    case SIGNAL + 6 -> "with error: signal: aborted";
                    case SIGNAL + 9 -> "with error: signal: killed";
                    case SIGNAL + 11 -> "with error: signal: segmentation fault";
                    case SIGNAL + 15 -> "with error: signal: terminated";
                    default -> "with error: exit status " + code;
                });
    }

    /// Ends the process and takes everything down.
    void close() {
        if (process != null) {
            ProcessTree.end(process.toHandle());
        }
        if (output != null) {
            output.end();
        }
        server.close();
        surroundings.credentials().revoke(session);
        try {
            notes.remove(copy);
            removeInTheEnd(temporary);
        } catch (IOException | UncheckedIOException e) {
            surroundings.failures().accept("files of a function's process were left behind", e);
        }
    }

    // A program that was started in the last moment of the process that started it is not found
    // with it. It may still write a file, and ends by itself once nobody answers it.
    private static void removeInTheEnd(Path directory) throws IOException {
        for (int attempt = 1; attempt < REMOVALS_MAX; attempt++) {
            try {
                remove(directory);
                return;
            } catch (IOException | UncheckedIOException _) {
                LockSupport.parkNanos(REMOVAL_PAUSE_NANOS);
            }
        }
        remove(directory);
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
