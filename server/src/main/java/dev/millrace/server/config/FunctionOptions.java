package dev.millrace.server.config;

import dev.millrace.triggers.function.instance.PoolLimits;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How functions are run on this machine.
///
/// @param instancesMax how many copies of functions there may be at a time
/// @param idleMax how long a copy is kept without work
/// @param codeBytesMax the most bytes of all code that clients upload
/// @param nodeClient the directory in whose `node_modules` AWS's client for Node.js is; null if it
///   is only looked for in the functions themselves
public record FunctionOptions(
        int instancesMax, Duration idleMax, long codeBytesMax, @Nullable Path nodeClient) {
    static final Option<Integer> INSTANCES =
            new Option<>(
                    "function-instances",
                    "COUNT",
                    "How many running copies of functions there may be at a time.",
                    "32",
                    "a number from 1 to 10000",
                    Values::count);

    static final Option<Duration> IDLE =
            new Option<>(
                    "function-idle",
                    "DURATION",
                    "How long a running copy of a function is kept without work.",
                    "10m",
                    "a duration like 90s, 15m or 4h",
                    Values::duration);

    static final Option<Long> CODE_BYTES =
            new Option<>(
                    "function-code-bytes",
                    "BYTES",
                    "Size of all code of functions together.",
                    "80530636800",
                    "a number of bytes",
                    Values::positive);

    static final Option<Path> NODE_CLIENT =
            new Option<>(
                    "function-node-client",
                    "DIRECTORY",
                    "Where npm has installed aws-lambda-ric, to run Node.js functions with it.",
                    null,
                    "a directory name",
                    Values::path);

    /// The options in the order in which the help shows them.
    static final List<Option<?>> ALL = List.of(INSTANCES, IDLE, CODE_BYTES, NODE_CLIENT);

    /// The options unless somebody says otherwise.
    public static final FunctionOptions DEFAULT = of(new Settings());

    /// The options in `settings`.
    static FunctionOptions of(Settings settings) {
        Path nodeClient = settings.find(NODE_CLIENT);
        return new FunctionOptions(
                settings.require(INSTANCES),
                settings.require(IDLE),
                settings.require(CODE_BYTES),
                nodeClient == null ? null : nodeClient.toAbsolutePath());
    }

    /// How many copies there may be, and for how long.
    public PoolLimits limits() {
        return new PoolLimits(instancesMax, idleMax, PoolLimits.DEFAULT.waitMax());
    }
}
