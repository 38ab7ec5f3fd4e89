package dev.millrace.server.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// A function that the configuration file declares.
///
/// @param code what an invocation runs
/// @param timeout how long an invocation may take
/// @param memoryMegabytes how much memory a process may take up
/// @param environment the variables of a process
/// @param role the role that it acts in; null for one of its own name
public record FunctionDeclaration(
        String name,
        DeclaredCode code,
        Duration timeout,
        int memoryMegabytes,
        Map<String, String> environment,
        @Nullable String role) {
    /// How long an invocation may take unless the file says otherwise.
    public static final Duration TIMEOUT = Duration.ofSeconds(60);

    /// How much memory a process may take up unless the file says otherwise.
    public static final int MEMORY_MEGABYTES = 512;

    /// A function behind an address.
    public FunctionDeclaration(String name, URI url, Duration timeout) {
        this(name, new DeclaredCode.Url(url), timeout, MEMORY_MEGABYTES, Map.of(), null);
    }
}
