package dev.millrace.server.config;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The options that environment variables give. An empty variable counts as one that is not set.
final class Environment {

    /// What the variables begin with that only the `millrace` script reads.
    private static final String LAUNCHER_PREFIX = Option.ENVIRONMENT_PREFIX + "JAVA_";

    /// The variable by which the `millrace` script tells where it lives.
    private static final String HOME = Option.ENVIRONMENT_PREFIX + "HOME";

    private final Map<String, String> variables = new TreeMap<>();

    /// Picks the variables of Millrace out of `environment`.
    Environment(Map<String, String> environment) {
        environment.forEach((name, text) -> {
            if (name.startsWith(Option.ENVIRONMENT_PREFIX) && !isLaunchers(name)) {
                variables.put(name, text);
            }
        });
    }

    /// Notes in `settings` what the variables say.
    ///
    /// @throws ConfigurationException if a variable belongs to no option
    void addTo(Settings settings) {
        variables.forEach((name, text) -> {
            Option<?> option = option(name);
            if (!text.isEmpty()) {
                settings.add(option, new Setting(text, Origin.environment(option)));
            }
        });
    }

    private static boolean isLaunchers(String name) {
        return name.startsWith(LAUNCHER_PREFIX) || name.equals(HOME);
    }

    private static Option<?> option(String name) {
        return known().filter(option -> option.environmentName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new ConfigurationException(
                                "environment variable "
                                        + name
                                        + " is not an option of Millrace"
                                        + Suggestion.of(
                                                name, known().map(Option::environmentName))));
    }

    private static Stream<Option<?>> known() {
        return Stream.concat(Options.ALL.stream(), Stream.of(Options.CONFIG));
    }
}
