package dev.millrace.server.config;

import dev.millrace.store.Durability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Every option of the server: the only place where one is declared, with [ShardSettings] for those
/// of shards, [LoadOptions] for bounds, and [ControlSettings] for clock and control port.
public final class Options {

    public static final Option<Integer> PORT =
            new Option<>(
                    "port",
                    "PORT",
                    "Port for tables and streams; 0 takes any free one.",
                    "8000",
                    "a port from 0 to 65535",
                    Values::port);

    public static final Option<String> HOST =
            new Option<>(
                    "host",
                    "HOST",
                    "Address to listen on; 0.0.0.0 lets other machines in.",
                    "127.0.0.1",
                    "a host name or an address",
                    Values::host);

    public static final Option<Path> DATA =
            new Option<>(
                    "data",
                    "DIRECTORY",
                    "Where tables and streams are kept; made if missing.",
                    "millrace-data",
                    "a directory name",
                    Values::path);

    public static final Option<Boolean> IN_MEMORY =
            new Option<>(
                    "in-memory",
                    "",
                    "Keep everything in memory, and nothing after the end.",
                    "false",
                    "true or false",
                    Values::truth);

    public static final Option<Integer> STREAMS_PORT =
            new Option<>(
                    "streams-port",
                    "PORT",
                    "A second port, for streams only; 0 takes any free one.",
                    null,
                    "a port from 0 to 65535",
                    Values::port);

    public static final Option<String> REGION =
            new Option<>(
                    "region",
                    "REGION",
                    "Region that table and stream names (ARNs) carry.",
                    "us-east-1",
                    "a region like us-east-1",
                    Values::region);

    public static final Option<String> ACCOUNT =
            new Option<>(
                    "account",
                    "ACCOUNT",
                    "Account that table and stream names (ARNs) carry.",
                    "000000000000",
                    "an account of 12 digits",
                    Values::account);

    public static final Option<Durability> DURABILITY =
            new Option<>(
                    "durability",
                    "MODE",
                    "sync: a write is on disk before it is answered;"
                            + " relaxed: a power failure may undo the last ones.",
                    "sync",
                    "sync or relaxed",
                    Values::durability);

    public static final Option<Duration> STATUS_DELAY =
            new Option<>(
                    "status-delay",
                    "SECONDS",
                    "How long tables and streams stay in CREATING, UPDATING, DELETING, ENABLING.",
                    "0",
                    "a number of seconds from 0 to 3600",
                    Values::delay);

    public static final Option<Duration> TTL_INTERVAL =
            new Option<>(
                    "ttl-interval",
                    "SECONDS",
                    "Time between two looks for items whose time to live is over.",
                    "30",
                    "a number of seconds from 1 to 3600",
                    Values::interval);

    public static final Option<Boolean> THROTTLING =
            new Option<>(
                    "throttling",
                    "",
                    "Refuse what goes beyond a table's provisioned or maximum throughput.",
                    "false",
                    "true or false",
                    Values::truth);

    /// The options in the order in which the help shows them.
    public static final List<Option<?>> ALL =
            Stream.of(
                            List.of(
                                    PORT,
                                    HOST,
                                    DATA,
                                    IN_MEMORY,
                                    STREAMS_PORT,
                                    REGION,
                                    ACCOUNT,
                                    DURABILITY,
                                    STATUS_DELAY,
                                    TTL_INTERVAL,
                                    THROTTLING),
                            ShardSettings.ALL,
                            LoadOptions.ALL,
                            List.of(
                                    DestinationOptions.SQS_ENDPOINT,
                                    DestinationOptions.SNS_ENDPOINT,
                                    DestinationOptions.S3_ENDPOINT,
                                    DestinationOptions.S3_DIRECTORY,
                                    DestinationOptions.KINESIS_ENDPOINT,
                                    DestinationOptions.KEY_ID,
                                    DestinationOptions.SECRET),
                            FunctionOptions.ALL,
                            ControlSettings.ALL)
                    .<Option<?>>flatMap(List::stream)
                    .toList();

    /// The option that names the configuration file, and so cannot stand in one.
    public static final Option<Path> CONFIG =
            new Option<>(
                    "config",
                    "FILE",
                    "Configuration file; by default "
                            + ConfigurationFile.DEFAULT_NAME
                            + ", if it exists.",
                    null,
                    "a file name",
                    Values::path);

    private Options() {}
}
