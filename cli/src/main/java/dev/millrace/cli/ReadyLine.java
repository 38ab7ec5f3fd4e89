package dev.millrace.cli;

import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ServerOptions;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

/// The one line that tells that a server is ready, where, and how to try it.
///
/// @param server the server, running
/// @param options what it was started with
record ReadyLine(MillraceServer server, ServerOptions options) {

    @Override
    public String toString() {
        return "Millrace ready: tables %s, streams %s%s (%s%s). Try: %s"
                .formatted(
                        server.endpoint(),
                        server.streamsEndpoint(),
                        control(),
                        kept(),
                        clock(),
                        firstCommand());
    }

    private String control() {
        URI control = server.controlEndpoint();
        return control == null ? "" : ", control " + control;
    }

    private String clock() {
        return switch (options.control().clock()) {
            case ClockChoice.OfSystem() -> "";
            case ClockChoice.Manual _ -> ", manual clock";
        };
    }

    private String kept() {
        Path data = options.data();
        return data == null
                ? "in memory"
                : "data " + data + ", " + options.durability().name().toLowerCase(Locale.ROOT);
    }

    // To be pasted into a shell as it stands: any key will do, but the AWS CLI wants one.
    private String firstCommand() {
        return "AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws dynamodb list-tables"
                + " --endpoint-url "
                + inShell(server.endpoint())
                + " --region "
                + options.region();
    }

    // Brackets, which stand around an address of IPv6, mean something to shells.
    private static String inShell(URI endpoint) {
        String text = endpoint.toString();
        return text.contains("[") ? "'" + text + "'" : text;
    }
}
