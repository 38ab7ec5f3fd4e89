package dev.millrace.server.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/// A file of options in the syntax of Java properties, in UTF-8: lines like `port = 8000`, and `#`
/// before a comment.
///
/// @param path where it is, as an error should show it
record ConfigurationFile(Path path) {

    /// The file that is read from the working directory when none is named and it exists.
    static final String DEFAULT_NAME = "millrace.conf";

    /// Notes in `settings` what the file says.
    ///
    /// @throws ConfigurationException if it cannot be read or names an option that does not exist
    void addTo(Settings settings) {
        Properties properties = read();
        for (String name : properties.stringPropertyNames().stream().sorted().toList()) {
            if (FunctionSetting.isOne(name)) {
                settings.add(new FunctionSetting(name, properties.getProperty(name), path));
                continue;
            }
            Option<?> option = option(name);
            settings.add(
                    option, new Setting(properties.getProperty(name), Origin.file(option, path)));
        }
    }

    private Option<?> option(String name) {
        return Options.ALL.stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new ConfigurationException(
                                path
                                        + ": '"
                                        + name
                                        + "' is not an option of Millrace"
                                        + Suggestion.of(
                                                name, Options.ALL.stream().map(Option::name))));
    }

    private Properties read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
            return properties;
        } catch (NoSuchFileException _) {
            throw new ConfigurationException("configuration file " + path + " does not exist");
        } catch (CharacterCodingException _) {
            throw new ConfigurationException("configuration file " + path + " is not in UTF-8");
        } catch (IllegalArgumentException _) {
            throw new ConfigurationException(
                    "configuration file " + path + " has a malformed \\u escape");
        } catch (IOException e) {
            throw new ConfigurationException(
                    "configuration file " + path + " cannot be read (" + e.getMessage() + ")");
        }
    }
}
