package dev.millrace.server.config;

import java.net.URI;
import java.time.Duration;

/// A function that the configuration file declares.
///
/// @param url where invocations are posted to
/// @param timeout how long one may take
public record FunctionDeclaration(String name, URI url, Duration timeout) {
    /// How long an invocation may take unless the file says otherwise.
    public static final Duration TIMEOUT = Duration.ofSeconds(60);
}
