package dev.millrace.server.config;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of the configuration file about a function, for example `function.orders.url = http://…`.
///
/// @param name the whole name of the line
/// @param file the file it stands in
record FunctionSetting(String name, String text, Path file) {

    private static final String PREFIX = "function.";
    private static final Pattern FORM =
            Pattern.compile(
                    "function\\.(?<function>[a-zA-Z0-9_-]{1,64})\\.(?<member>[a-z]+)"
                            + "(\\.(?<key>[a-zA-Z][a-zA-Z0-9_]*))?");

    /// Whether a line with this name is about a function.
    static boolean isOne(String name) {
        return name.startsWith(PREFIX);
    }

    /// The name of the function.
    ///
    /// @throws ConfigurationException if the line has not the form of one
    String function() {
        return form().group("function");
    }

    /// What the line sets, for example `url`.
    String member() {
        return form().group("member");
    }

    /// What it sets it for, for example the name of a variable; null if there is no such part.
    @Nullable String key() {
        return form().group("key");
    }

    /// The value that the text stands for.
    ///
    /// @throws ConfigurationException if it stands for none
    <T> T value(Function<String, @Nullable T> parser, String expectation) {
        T value = parser.apply(text.strip());
        if (value == null) {
            throw new ConfigurationException(
                    name + " in " + file + ": '" + text + "' is not " + expectation);
        }
        return value;
    }

    /// The error for a line that sets nothing that functions have.
    ConfigurationException unknown() {
        return new ConfigurationException(
                file
                        + ": '"
                        + name
                        + "' is not an option of Millrace; functions have function.NAME.url, .jar,"
                        + " .command, .handler, .timeout, .memory, .role and"
                        + " .environment.VARIABLE");
    }

    private Matcher form() {
        Matcher form = FORM.matcher(name);
        if (!form.matches()) {
            throw unknown();
        }
        return form;
    }
}
