package dev.millrace.cli.trigger;

import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/// `millrace triggers`: has no meaning but that of the commands below it.
public final class TriggersCommand implements Callable<Integer> {
    private static final int USAGE = 2;

    private final CommandSpec spec;
    private final PrintWriter out;

    private TriggersCommand(PrintWriter out) {
        this.out = out;
        this.spec = CommandSpec.wrapWithoutInspection(this);
    }

    /// The command with those below it.
    ///
    /// @param out where answers go
    /// @param err where complaints go
    public static CommandSpec in(PrintWriter out, PrintWriter err) {
        CommandSpec spec = new TriggersCommand(out).spec;
        spec.name("triggers");
        spec.usageMessage()
                .description(
                        "Shows what the triggers of a running server do, and sends what they gave"
                                + " up once more.");
        spec.mixinStandardHelpOptions(true);
        spec.addSubcommand("list", ListCommand.in(out, err));
        spec.addSubcommand("dead-letters", DeadLettersCommand.in(out, err));
        spec.addSubcommand("replay", ReplayCommand.in(out, err));
        return spec;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(out);
        return USAGE;
    }
}
