package dev.millrace.cli.trigger;

import dev.millrace.control.ControlClient;
import dev.millrace.control.ControlException;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

import java.io.PrintWriter;
import java.net.URI;
import java.util.function.ToIntFunction;

/// The server that a command asks: the option that names its control port, and calls to it.
record ControlPort(CommandSpec spec, PrintWriter err) {
    private static final String OPTION = "--control";
    private static final String DEFAULT = "http://127.0.0.1:8010";
    private static final int FAILURE = 1;

    /// Gives a command the option.
    static ControlPort addTo(CommandSpec spec, PrintWriter err) {
        spec.addOption(
                OptionSpec.builder(OPTION)
                        .type(String.class)
                        .paramLabel("URL")
                        .description(
                                "The control port of the server, which it has with --control-port."
                                        + " Default: "
                                        + DEFAULT)
                        .build());
        spec.mixinStandardHelpOptions(true);
        return new ControlPort(spec, err);
    }

    /// Does `work` with a client of the server and answers the exit code; a refusal is told in one
    /// line.
    int ask(ToIntFunction<ControlClient> work) {
        try (ControlClient client = ControlClient.of(endpoint())) {
            return work.applyAsInt(client);
        } catch (ControlException e) {
            err.println("millrace: " + e.getMessage());
            return FAILURE;
        }
    }

    private URI endpoint() {
        String given = spec.commandLine().getParseResult().matchedOptionValue(OPTION, DEFAULT);
        if (!given.matches("http://[^/]+/?")) {
            throw new ParameterException(
                    spec.commandLine(), OPTION + ": '" + given + "' is no address like " + DEFAULT);
        }
        return URI.create(given);
    }
}
