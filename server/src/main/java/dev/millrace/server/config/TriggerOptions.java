package dev.millrace.server.config;

import dev.millrace.triggers.destination.DestinationEndpoints;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// What triggers, exports, imports and Kinesis destinations are to work with.
///
/// @param functions the functions that the configuration file declares
/// @param destinations the services that failures can be reported to
/// @param runs how functions are run on this machine
/// @param s3Directory the directory whose folders are the buckets of exports and imports; null if
///   they are at the service for buckets
/// @param kinesis the address of the service that has the streams of Kinesis destinations; null for
///   none
public record TriggerOptions(
        List<FunctionDeclaration> functions,
        DestinationEndpoints destinations,
        FunctionOptions runs,
        @Nullable Path s3Directory,
        @Nullable URI kinesis) {

    /// No functions, no services.
    public static final TriggerOptions NONE =
            new TriggerOptions(List.of(), DestinationEndpoints.NONE);

    /// Options with which functions are run as they are by default.
    public TriggerOptions(List<FunctionDeclaration> functions, DestinationEndpoints destinations) {
        this(functions, destinations, FunctionOptions.DEFAULT, null);
    }

    /// Options without a service that has streams.
    public TriggerOptions(
            List<FunctionDeclaration> functions,
            DestinationEndpoints destinations,
            FunctionOptions runs,
            @Nullable Path s3Directory) {
        this(functions, destinations, runs, s3Directory, null);
    }

    /// The options in `settings`.
    ///
    /// @throws ConfigurationException if a function is not declared as it should be
    static TriggerOptions of(Settings settings) {
        return new TriggerOptions(
                DeclaredFunctions.of(settings.functions()),
                destinations(settings),
                FunctionOptions.of(settings),
                s3Directory(settings),
                settings.find(DestinationOptions.KINESIS_ENDPOINT));
    }

    private static @Nullable Path s3Directory(Settings settings) {
        Path directory = settings.find(DestinationOptions.S3_DIRECTORY);
        return directory == null ? null : directory.toAbsolutePath();
    }

    private static DestinationEndpoints destinations(Settings settings) {
        return new DestinationEndpoints(
                settings.find(DestinationOptions.SQS_ENDPOINT),
                settings.find(DestinationOptions.SNS_ENDPOINT),
                settings.find(DestinationOptions.S3_ENDPOINT),
                settings.require(DestinationOptions.KEY_ID),
                settings.require(DestinationOptions.SECRET));
    }
}
