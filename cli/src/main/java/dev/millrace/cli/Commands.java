package dev.millrace.cli;

import dev.millrace.cli.data.DataCommands;
import dev.millrace.cli.demo.DemoCommand;
import dev.millrace.cli.trigger.TriggersCommand;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;

/// The commands there are, and how each of them runs.
final class Commands {

    // What starts a server has all that it needs on the class path of a server.
    private static final Set<String> WITHOUT_FURTHER = Set.of("serve", "rehearse");

    private Commands() {}

    /// Runs the command that `arguments` name. Answers its exit code.
    static int run(Surroundings surroundings, String... arguments) {
        CommandLine commandLine = commandLine(surroundings);
        if (arguments.length == 0 || !WITHOUT_FURTHER.contains(arguments[0])) {
            addFurther(commandLine, surroundings);
        }
        return commandLine.execute(arguments);
    }

    private static void addFurther(CommandLine commandLine, Surroundings surroundings) {
        for (FurtherCommand further : ServiceLoader.load(FurtherCommand.class)) {
            CommandLine added = new CommandLine(further.in(surroundings));
            commandLine.addSubcommand(added);
            configure(added, surroundings);
        }
    }

    private static CommandLine commandLine(Surroundings surroundings) {
        CommandLine commandLine = new CommandLine(root(surroundings));
        commandLine.addSubcommand(ServeCommand.in(surroundings));
        commandLine.addSubcommand(demo(surroundings));
        new DataCommands(surroundings.out(), surroundings.workingDirectory())
                .specs()
                .forEach(commandLine::addSubcommand);
        commandLine.addSubcommand(TriggersCommand.in(surroundings.out(), surroundings.err()));
        commandLine.addSubcommand(RehearseCommand.spec());
        commandLine.addSubcommand(new CommandLine.HelpCommand());
        configure(commandLine, surroundings);
        return commandLine;
    }

    private static void configure(CommandLine commandLine, Surroundings surroundings) {
        commandLine.setOut(surroundings.out());
        commandLine.setErr(surroundings.err());
        commandLine.setUsageHelpWidth(100);
        commandLine.setParameterExceptionHandler(new UsageErrors());
        commandLine.setExecutionExceptionHandler(new Failures());
    }

    private static CommandSpec root(Surroundings surroundings) {
        Callable<Integer> showUsage = () -> usage(surroundings);
        CommandSpec spec = CommandSpec.wrapWithoutInspection(showUsage);
        spec.name("millrace");
        spec.usageMessage()
                .description("A self-hosted DynamoDB with DynamoDB Streams.")
                .footer(
                        "",
                        "Start with 'millrace serve'; see all its options with"
                                + " 'millrace help serve'.");
        spec.mixinStandardHelpOptions(true);
        spec.versionProvider(new Version());
        return spec;
    }

    private static CommandSpec demo(Surroundings surroundings) {
        return DemoCommand.in(
                surroundings.out(),
                surroundings.err(),
                surroundings.environment(),
                surroundings.workingDirectory());
    }

    private static int usage(Surroundings surroundings) {
        CommandLine commandLine = commandLine(surroundings);
        addFurther(commandLine, surroundings);
        commandLine.usage(surroundings.out());
        return ExitCode.USAGE;
    }
}
