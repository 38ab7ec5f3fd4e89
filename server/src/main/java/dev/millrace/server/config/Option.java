package dev.millrace.server.config;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.function.Function;

/// One thing that can be configured, by the same name in every place.
///
/// @param <T> the type of its value
/// @param name the name on the command line (after `--`) and in the configuration file
/// @param placeholder what stands for the value in the help; empty for a switch, which needs none
/// @param help one line of help, without the default
/// @param defaultText the value when no place gives one, written as a user would; null when there
///   is then no value
/// @param expectation what a value must be, to complete the sentence "'x' is not …"
/// @param parser reads a value from its text; answers null for a text that is not one
public record Option<T>(
        String name,
        String placeholder,
        String help,
        @Nullable String defaultText,
        String expectation,
        Function<String, @Nullable T> parser) {

    /// What the name of every environment variable of Millrace begins with.
    static final String ENVIRONMENT_PREFIX = "MILLRACE_";

    /// The name on the command line, for example `--streams-port`.
    public String commandLineName() {
        return "--" + name;
    }

    /// The name of the environment variable, for example `MILLRACE_STREAMS_PORT`.
    public String environmentName() {
        return ENVIRONMENT_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /// True for an option that means `true` when it is named without a value.
    public boolean isSwitch() {
        return placeholder.isEmpty();
    }

    /// The value of this option that `text` stands for.
    ///
    /// @throws ConfigurationException if it stands for none
    T parse(String text, Origin origin) {
        T value = parser.apply(text.strip());
        if (value == null) {
            throw new ConfigurationException(origin + ": '" + text + "' is not " + expectation);
        }
        return value;
    }
}
