package dev.millrace.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/// What a command sees of the process that it runs in.
///
/// @param out where answers go
/// @param err where complaints go
/// @param environment the environment variables
/// @param workingDirectory what relative file names are relative to
/// @param ending how the command learns that the process is to end
public record Surroundings(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> environment,
        Path workingDirectory,
        Ending ending) {

    /// The surroundings of this process.
    static Surroundings ofProcess() {
        return new Surroundings(
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                System.getenv(),
                Path.of("").toAbsolutePath(),
                Ending.ofProcess());
    }

    /// The wish that the process ends, for example Ctrl-C or SIGTERM.
    @FunctionalInterface
    public interface Ending {

        /// Waits until the process is to end, then runs `last`; the process goes on only until that
        /// returns.
        void await(Runnable last);

        /// The end of this process.
        static Ending ofProcess() {
            return new ProcessEnding();
        }
    }
}
