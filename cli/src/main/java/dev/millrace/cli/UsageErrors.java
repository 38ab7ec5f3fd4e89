package dev.millrace.cli;

import dev.millrace.server.config.Suggestion;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.Objects;
import java.util.stream.Stream;

/// Answers a command line that cannot be understood with one line and a hint.
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine commandLine = e.getCommandLine();
        commandLine
                .getErr()
                .println("millrace: " + fault(e, commandLine) + "; see " + helpOf(commandLine));
        return ExitCode.USAGE;
    }

    private static String fault(ParameterException e, CommandLine commandLine) {
        return switch (e) {
            case UnmatchedArgumentException unmatched ->
                    unknown(unmatched.getUnmatched().getFirst(), commandLine);
            case MissingParameterException missing
                    when missing.getMissing().getFirst() instanceof OptionSpec option ->
                    "option '" + option.longestName() + "' needs a value";
            default -> Objects.toString(e.getMessage(), "the command line is not understood");
        };
    }

    private static String unknown(String argument, CommandLine commandLine) {
        if (argument.startsWith("-")) {
            String name = argument.split("=", 2)[0];
            return "unknown option '" + name + "'" + Suggestion.of(name, options(commandLine));
        }
        return commandLine.getSubcommands().isEmpty()
                ? "unexpected argument '" + argument + "'"
                : "unknown command '"
                        + argument
                        + "'"
                        + Suggestion.of(argument, commands(commandLine));
    }

    private static Stream<String> options(CommandLine commandLine) {
        return commandLine.getCommandSpec().optionsMap().keySet().stream();
    }

    private static Stream<String> commands(CommandLine commandLine) {
        return commandLine.getSubcommands().keySet().stream();
    }

    private static String helpOf(CommandLine commandLine) {
        CommandLine parent = commandLine.getParent();
        if (parent == null) {
            return "'millrace help'";
        }
        return parent.getParent() == null
                ? "'millrace help " + commandLine.getCommandName() + "'"
                : "'" + commandLine.getCommandSpec().qualifiedName() + " --help'";
    }
}
