package dev.millrace.server.config;

import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.shard.ShardOptions;
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
/// @param shards when shards roll over and split, and how long stream records stay
/// @param streamLimits whether streams are read no faster than AWS lets them be
/// @param tables how tables behave where there is a choice
/// @param control which clock the server goes by, and where tests take hold of it
/// @param triggers the functions that are declared, and where failures can be reported
/// @param load how much is taken on at a time
public record ServerOptions(
        int port,
        String host,
        @Nullable Path data,
        @Nullable Integer streamsPort,
        String region,
        String account,
        Durability durability,
        ShardOptions shards,
        boolean streamLimits,
        TableBehaviour tables,
        ControlOptions control,
        TriggerOptions triggers,
        LoadOptions load) {

    /// Options of a server whose tables and shards live as AWS's do.
    public ServerOptions(
            int port,
            String host,
            @Nullable Path data,
            @Nullable Integer streamsPort,
            String region,
            String account,
            Durability durability) {
        this(
                port,
                host,
                data,
                streamsPort,
                region,
                account,
                durability,
                ShardOptions.DEFAULT,
                false,
                TableBehaviour.DEFAULT,
                ControlOptions.NONE,
                TriggerOptions.NONE,
                LoadOptions.DEFAULT);
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
                settings.require(Options.DURABILITY),
                ShardSettings.of(settings),
                settings.require(ShardSettings.STREAM_LIMITS),
                settings.tables(),
                ControlOptions.NONE,
                TriggerOptions.NONE,
                LoadOptions.DEFAULT);
    }

    /// These options with another port.
    public ServerOptions withPort(int otherPort) {
        return new ServerOptions(
                otherPort,
                host,
                data,
                streamsPort,
                region,
                account,
                durability,
                shards,
                streamLimits,
                tables,
                control,
                triggers,
                load);
    }

    /// These options with a second port, for streams only.
    public ServerOptions withStreamsPort(int otherPort) {
        return new ServerOptions(
                port,
                host,
                data,
                otherPort,
                region,
                account,
                durability,
                shards,
                streamLimits,
                tables,
                control,
                triggers,
                load);
    }

    /// These options with everything kept in `directory`.
    public ServerOptions withData(Path directory) {
        return new ServerOptions(
                port,
                host,
                directory,
                streamsPort,
                region,
                account,
                durability,
                shards,
                streamLimits,
                tables,
                control,
                triggers,
                load);
    }

    /// These options with another life of shards.
    public ServerOptions withShards(ShardOptions others) {
        return new ServerOptions(
                port,
                host,
                data,
                streamsPort,
                region,
                account,
                durability,
                others,
                streamLimits,
                tables,
                control,
                triggers,
                load);
    }

    /// These options with AWS's limits on reading streams.
    public ServerOptions withStreamLimits() {
        return new ServerOptions(
                port,
                host,
                data,
                streamsPort,
                region,
                account,
                durability,
                shards,
                true,
                tables,
                control,
                triggers,
                load);
    }

    /// These options with other behaviour of tables.
    public ServerOptions withTables(TableBehaviour behaviour) {
        return new ServerOptions(
                port,
                host,
                data,
                streamsPort,
                region,
                account,
                durability,
                shards,
                streamLimits,
                behaviour,
                control,
                triggers,
                load);
    }

    /// These options with another clock or control port.
    public ServerOptions withControl(ControlOptions otherControl) {
        return new ServerOptions(
                port,
                host,
                data,
                streamsPort,
                region,
                account,
                durability,
                shards,
                streamLimits,
                tables,
                otherControl,
                triggers,
                load);
    }

    /// These options with other functions and destinations.
    public ServerOptions withTriggers(TriggerOptions otherTriggers) {
        return new ServerOptions(
                port,
                host,
                data,
                streamsPort,
                region,
                account,
                durability,
                shards,
                streamLimits,
                tables,
                control,
                otherTriggers,
                load);
    }

    /// These options with other bounds.
    public ServerOptions withLoad(LoadOptions otherLoad) {
        return new ServerOptions(
                port,
                host,
                data,
                streamsPort,
                region,
                account,
                durability,
                shards,
                streamLimits,
                tables,
                control,
                triggers,
                otherLoad);
    }
}
