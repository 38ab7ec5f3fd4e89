package dev.millrace.cli.demo;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What can be said on the command line of the demo.
///
/// @param spec the command that has these options; read once it has been parsed
/// @param environment the environment variables
/// @param workingDirectory what relative directories are relative to
record DemoOptions(CommandSpec spec, Map<String, String> environment, Path workingDirectory) {

    /// Where the `millrace` script says that it lives.
    static final String HOME_VARIABLE = "MILLRACE_HOME";

    private static final String REPOSITORY = "--repository";
    private static final String ENDPOINT = "--endpoint";
    private static final String COMMITS_MAX = "--commits-max";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /// Adds the options to `spec`.
    static DemoOptions addTo(
            CommandSpec spec, Map<String, String> environment, Path workingDirectory) {
        spec.addOption(
                option(REPOSITORY, "DIRECTORY", Path.class)
                        .description(
                                "The git repository whose history is taken. Default: the one that"
                                        + " Millrace lives in")
                        .build());
        spec.addOption(
                option(ENDPOINT, "URL", URI.class)
                        .description(
                                "A running server, such as http://127.0.0.1:8000. Default: one of"
                                        + " the demo's own, gone afterwards")
                        .build());
        spec.addOption(
                option(COMMITS_MAX, "NUMBER", Integer.class)
                        .description("Take only the newest commits. Default: all")
                        .build());
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .type(boolean.class)
                        .description("Shows this help.")
                        .build());
        return new DemoOptions(spec, environment, workingDirectory);
    }

    /// A directory of the repository.
    Path repository() {
        Optional<Path> given = given(REPOSITORY);
        return workingDirectory.resolve(given.orElseGet(this::home)).normalize();
    }

    /// The server to use; empty for one of the demo's own.
    ///
    /// @throws ParameterException if it is no address of a server
    Optional<URI> endpoint() {
        Optional<URI> given = given(ENDPOINT);
        if (given.isPresent() && !isServer(given.get())) {
            throw wrong(ENDPOINT + " must be a URL like http://127.0.0.1:8000, not " + given.get());
        }
        return given;
    }

    /// How many commits to take, at least one.
    ///
    /// @throws ParameterException if fewer are asked for
    int commitsMax() {
        Optional<Integer> given = given(COMMITS_MAX);
        if (given.isPresent() && given.get() < 1) {
            throw wrong(COMMITS_MAX + " must be 1 or more, not " + given.get());
        }
        return given.orElse(Integer.MAX_VALUE);
    }

    private Path home() {
        return Path.of(environment.getOrDefault(HOME_VARIABLE, ""));
    }

    private <T> Optional<T> given(String option) {
        return Optional.ofNullable(spec.findOption(option).getValue());
    }

    private static boolean isServer(URI uri) {
        return uri.getScheme() != null
                && SCHEMES.contains(uri.getScheme())
                && uri.getHost() != null;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static OptionSpec.Builder option(String name, String placeholder, Class<?> type) {
        return OptionSpec.builder(name).paramLabel(placeholder).type(type);
    }
}
