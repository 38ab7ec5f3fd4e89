package dev.millrace.server.config;

import dev.millrace.triggers.destination.DestinationEndpoints;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What triggers are to work with.
///
/// @param functions the functions that the configuration file declares
/// @param destinations the services that failures can be reported to
public record TriggerOptions(
        List<FunctionDeclaration> functions, DestinationEndpoints destinations) {

    /// No functions, no services.
    public static final TriggerOptions NONE =
            new TriggerOptions(List.of(), DestinationEndpoints.NONE);

    /// The options in `settings`.
    ///
    /// @throws ConfigurationException if a function is not declared as it should be
    static TriggerOptions of(Settings settings) {
        return new TriggerOptions(functions(settings.functions()), destinations(settings));
    }

    private static DestinationEndpoints destinations(Settings settings) {
        return new DestinationEndpoints(
                settings.find(DestinationOptions.SQS_ENDPOINT),
                settings.find(DestinationOptions.SNS_ENDPOINT),
                settings.find(DestinationOptions.S3_ENDPOINT),
                settings.require(DestinationOptions.KEY_ID),
                settings.require(DestinationOptions.SECRET));
    }

    private static List<FunctionDeclaration> functions(List<FunctionSetting> settings) {
        Map<String, URI> urls = new HashMap<>();
        Map<String, Duration> timeouts = new HashMap<>();
        TreeSet<String> names = new TreeSet<>();
        for (FunctionSetting setting : settings) {
            names.add(setting.function());
            switch (setting.member()) {
                case "url" ->
                        urls.put(setting.function(), setting.value(Values::url, "an http address"));
                case "timeout" ->
                        timeouts.put(
                                setting.function(),
                                setting.value(Values::seconds, "a number of seconds"));
                default -> throw setting.unknown();
            }
        }
        List<FunctionDeclaration> functions = new ArrayList<>();
        for (String name : names) {
            functions.add(declaration(name, urls, timeouts));
        }
        return functions;
    }

    private static FunctionDeclaration declaration(
            String name, Map<String, URI> urls, Map<String, Duration> timeouts) {
        URI url = urls.get(name);
        if (url == null) {
            throw new ConfigurationException(
                    "function " + name + " has no address; function." + name + ".url gives one");
        }
        return new FunctionDeclaration(
                name, url, timeouts.getOrDefault(name, FunctionDeclaration.TIMEOUT));
    }
}
