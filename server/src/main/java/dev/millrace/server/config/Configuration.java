package dev.millrace.server.config;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The places that options come from, the command line before the environment before the
/// configuration file before the defaults.
///
/// @param commandLine the texts given on the command line
/// @param environment the environment variables of the process, those of others among them
/// @param workingDirectory what relative file names are relative to
public record Configuration(
        Map<Option<?>, String> commandLine,
        Map<String, String> environment,
        Path workingDirectory) {

    /// Reads every place and decides.
    ///
    /// @throws ConfigurationException if a place names an option that does not exist, or a value
    ///   that wins cannot be accepted
    public ServerOptions resolve() {
        Settings settings = new Settings();
        commandLine.forEach((option, text) ->
                settings.add(option, new Setting(text, Origin.commandLine(option))));
        new Environment(environment).addTo(settings);
        ConfigurationFile file = file(settings);
        if (file != null) {
            file.addTo(settings);
        }
        return options(settings);
    }

    private @Nullable ConfigurationFile file(Settings settings) {
        Path named = settings.find(Options.CONFIG);
        if (named != null) {
            return new ConfigurationFile(absolute(named));
        }
        Path usual = absolute(Path.of(ConfigurationFile.DEFAULT_NAME));
        return Files.exists(usual) ? new ConfigurationFile(usual) : null;
    }

    private ServerOptions options(Settings settings) {
        int port = settings.require(Options.PORT);
        Integer streamsPort = settings.find(Options.STREAMS_PORT);
        if (streamsPort != null && streamsPort != 0 && streamsPort == port) {
            throw new ConfigurationException(
                    settings.origin(Options.STREAMS_PORT)
                            + ": "
                            + port
                            + " is already the port of the tables");
        }
        return new ServerOptions(
                port,
                settings.require(Options.HOST),
                directory(settings),
                streamsPort,
                settings.require(Options.REGION),
                settings.require(Options.ACCOUNT),
                settings.require(Options.DURABILITY),
                ShardSettings.of(settings),
                settings.require(ShardSettings.STREAM_LIMITS),
                settings.tables(),
                ControlSettings.of(settings),
                TriggerOptions.of(settings),
                LoadOptions.of(settings));
    }

    /// The data directory, or null for none. Whoever asks for a directory must not end up in memory
    /// because some weaker place says so.
    private @Nullable Path directory(Settings settings) {
        Path directory = absolute(settings.require(Options.DATA));
        if (!settings.require(Options.IN_MEMORY)) {
            return directory;
        }
        Origin data = settings.origin(Options.DATA);
        Origin inMemory = settings.origin(Options.IN_MEMORY);
        if (data.yieldsTo(inMemory)) {
            return null;
        }
        throw new ConfigurationException(
                data + " and " + inMemory + " contradict each other; use one of the two");
    }

    private Path absolute(Path path) {
        return workingDirectory.resolve(path).toAbsolutePath().normalize();
    }
}
