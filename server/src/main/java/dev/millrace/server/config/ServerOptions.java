package dev.millrace.server.config;

import dev.millrace.store.Durability;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What a server is started with.
///
/// @param port the port for tables and streams, from 0 to 65535; 0 takes any free one
/// @param host the name or address to listen on
/// @param data the directory that everything is kept in; null keeps everything in memory
/// @param streamsPort a second port that serves streams only, from 0 to 65535; null for none
/// @param region the region that ARNs carry
/// @param account the account that ARNs carry, 12 digits
/// @param durability what has happened to a write by the time that it is answered
/// @param triggers the functions that are declared, and where failures can be reported
public record ServerOptions(
        int port,
        String host,
        @Nullable Path data,
        @Nullable Integer streamsPort,
        String region,
        String account,
        Durability durability,
        TriggerOptions triggers) {

    /// Options without any for triggers.
    public ServerOptions(
            int port,
            String host,
            @Nullable Path data,
            @Nullable Integer streamsPort,
            String region,
            String account,
            Durability durability) {
        this(port, host, data, streamsPort, region, account, durability, TriggerOptions.NONE);
    }

    /// The options of a server for tests: any free port of this machine, everything in memory.
    public static ServerOptions inMemory() {
        Settings settings = new Settings();
        return new ServerOptions(
                0,
                settings.require(Options.HOST),
                null,
                null,
                settings.require(Options.REGION),
                settings.require(Options.ACCOUNT),
                settings.require(Options.DURABILITY));
    }

    /// These options with another port.
    public ServerOptions withPort(int otherPort) {
        return new ServerOptions(
                otherPort, host, data, streamsPort, region, account, durability, triggers);
    }

    /// These options with a second port, for streams only.
    public ServerOptions withStreamsPort(int otherPort) {
        return new ServerOptions(
                port, host, data, otherPort, region, account, durability, triggers);
    }

    /// These options with everything kept in `directory`.
    public ServerOptions withData(Path directory) {
        return new ServerOptions(
                port, host, directory, streamsPort, region, account, durability, triggers);
    }

    /// These options with others for triggers.
    public ServerOptions withTriggers(TriggerOptions others) {
        return new ServerOptions(
                port, host, data, streamsPort, region, account, durability, others);
    }
}
