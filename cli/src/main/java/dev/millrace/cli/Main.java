package dev.millrace.cli;

/// The entry point of the `millrace` command.
public final class Main {

    private Main() {}

    /// Runs the command that `arguments` name and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.exit(Launch.run(Surroundings.ofProcess(), arguments));
    }
}
