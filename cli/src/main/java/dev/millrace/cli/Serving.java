package dev.millrace.cli;

import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.Configuration;
import dev.millrace.server.config.Option;
import dev.millrace.server.config.ServerOptions;

import java.util.Map;

/// A server that runs until the process is asked to end.
///
/// @param surroundings the process
/// @param given the options of the command line with their texts
record Serving(Surroundings surroundings, Map<Option<?>, String> given) {

    /// Starts the server, says so, and returns once it has stopped.
    int run() {
        ServerOptions options =
                new Configuration(
                                given, surroundings.environment(), surroundings.workingDirectory())
                        .resolve();
        MillraceServer server = MillraceServer.start(options);
        surroundings.out().println(new ReadyLine(server, options));
        surroundings.ending().await(() -> stop(server));
        return ExitCode.SUCCESS;
    }

    private void stop(MillraceServer server) {
        server.close();
        surroundings.out().println("Millrace stopped.");
    }
}
