package dev.millrace.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/// Surroundings of the tests, which keep what a command writes.
final class Terminal {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path workingDirectory;
    private final Surroundings.Ending ending;

    /// @param workingDirectory where commands run
    /// @param ending runs when a command waits for its end
    Terminal(Path workingDirectory, Surroundings.Ending ending) {
        this.workingDirectory = workingDirectory;
        this.ending = ending;
    }

    /// A terminal whose user ends every command as soon as it waits.
    static Terminal at(Path workingDirectory) {
        return new Terminal(workingDirectory, Runnable::run);
    }

    /// Runs a command. Answers its exit code.
    int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /// Runs a command with these environment variables.
    int run(Map<String, String> environment, String... arguments) {
        Surroundings surroundings =
                new Surroundings(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        environment,
                        workingDirectory,
                        ending);
        return Launch.run(surroundings, arguments);
    }

    /// What was written to standard output.
    String out() {
        return out.toString();
    }

    /// What was written to standard error.
    String err() {
        return err.toString();
    }
}
