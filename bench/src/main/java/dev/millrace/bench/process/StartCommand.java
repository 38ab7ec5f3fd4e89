package dev.millrace.bench.process;

/// A command that starts a server, as a shell understands it.
///
/// @param text the command; `{port}` stands for a free port of this machine, `{data}` for an empty
///   directory
public record StartCommand(String text) {

    /// The command with its places filled. Replaces the shell, so that what is started can be
    /// stopped.
    String filled(int port, String directory) {
        return "exec "
                + text.replace("{port}", Integer.toString(port)).replace("{data}", directory);
    }

    @Override
    public String toString() {
        return text;
    }
}
