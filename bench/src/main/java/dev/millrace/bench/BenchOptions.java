package dev.millrace.bench;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was said on the command line of the benchmark, value by value.
///
/// @param spec the command that has these options; read once it has been parsed
/// @param environment the environment variables
record BenchOptions(CommandSpec spec, Map<String, String> environment) {
    static final String ENDPOINT = "--endpoint";
    static final String STREAMS_ENDPOINT = "--streams-endpoint";
    static final String START = "--start";
    static final String COMPARE = "--compare";
    static final String COMPARE_STREAMS = "--compare-streams-endpoint";
    static final String COMPARE_START = "--compare-start";
    static final String WORKLOADS = "--workloads";
    static final String STREAM = "--stream";
    static final String CONNECTIONS = "--connections";
    static final String THREADS = "--threads";
    static final String RATE = "--rate";
    static final String BACKGROUND = "--background";
    static final String SECONDS = "--seconds";
    static final String WARMUP = "--warmup";
    static final String RUNS = "--runs";
    static final String ITEM_BYTES = "--item-bytes";
    static final String KEYS = "--keys";
    static final String INDEXES = "--indexes";
    static final String POLL_INTERVAL = "--poll-interval";
    static final String SEED = "--seed";
    static final String REGION = "--region";
    static final String ACCESS_KEY = "--access-key";
    static final String SECRET_KEY = "--secret-key";
    static final String DIRECTORY = "--directory";
    static final String JSON = "--json";
    static final String CHART = "--chart";

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private record Described(String name, String placeholder, String text) {}

    private static final List<Described> ALL =
            List.of(
                    new Described(
                            ENDPOINT,
                            "URL",
                            "The server to measure, such as http://127.0.0.1:8000. Default: a"
                                + " Millrace of the benchmark's own, on an empty directory, gone"
                                + " afterwards"),
                    new Described(
                            STREAMS_ENDPOINT,
                            "URL",
                            "Where its streams are. Default: the same place, and with Amazon the"
                                    + " one that belongs to it"),
                    new Described(
                            START,
                            "COMMAND",
                            "Starts the server to measure: {port} stands for a free port, {data}"
                                    + " for an empty directory. Needs "
                                    + ENDPOINT
                                    + " where the"
                                    + " command has no {port}"),
                    new Described(
                            COMPARE, "URL", "A second server, measured alternately with the first"),
                    new Described(COMPARE_STREAMS, "URL", "Where the streams of the second are"),
                    new Described(COMPARE_START, "COMMAND", "Starts the second server"),
                    new Described(
                            WORKLOADS,
                            "NAME,…",
                            "What to measure. Default: " + String.join(",", Workload.ALL)),
                    new Described(
                            STREAM,
                            "TYPE,…",
                            "The streams that writes are measured with: off, KEYS_ONLY,"
                                    + " NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES. Default: "
                                    + Plan.STREAM_DEFAULT),
                    new Described(CONNECTIONS, "NUMBER", "How many connections. Default: 64"),
                    new Described(
                            THREADS,
                            "NUMBER",
                            "How many threads of the generator share them. Default: one for each"
                                    + " four processors"),
                    new Described(
                            RATE,
                            "NUMBER",
                            "Requests a second of the open loop. Default: 70 %% of what a closed"
                                    + " loop gets, which is then measured too"),
                    new Described(
                            BACKGROUND,
                            "NUMBER",
                            "Further writes a second to the table while poll and wait measure its"
                                    + " reader. Default: 0"),
                    new Described(SECONDS, "NUMBER", "How long a run measures. Default: 10"),
                    new Described(WARMUP, "NUMBER", "How long each workload warms up. Default: 5"),
                    new Described(RUNS, "NUMBER", "How many runs; their median counts. Default: 1"),
                    new Described(ITEM_BYTES, "NUMBER", "The size of an item. Default: 1024"),
                    new Described(
                            KEYS,
                            "NUMBER",
                            "How many items tables have, a multiple of 100. Default: 100000"),
                    new Described(
                            INDEXES,
                            "NUMBER",
                            "How many global indexes tables that are written to have, up to 2."
                                    + " Default: 0"),
                    new Described(
                            POLL_INTERVAL,
                            "MILLIS",
                            "How long a polling reader rests after an empty page. Default: 10"),
                    new Described(SEED, "NUMBER", "What chance follows from. Default: 1"),
                    new Described(
                            REGION,
                            "NAME",
                            "The region of signatures. Default: AWS_REGION, else us-east-1"),
                    new Described(
                            ACCESS_KEY,
                            "ID",
                            "What requests are signed with. Default: AWS_ACCESS_KEY_ID, else"
                                    + " local"),
                    new Described(
                            SECRET_KEY,
                            "SECRET",
                            "Its secret. Default: AWS_SECRET_ACCESS_KEY, else local"),
                    new Described(
                            DIRECTORY,
                            "DIRECTORY",
                            "Where started servers keep their data, on the disk that is measured."
                                    + " Default: the system's place for temporary files"),
                    new Described(JSON, "FILE", "Writes everything that was measured as JSON"),
                    new Described(CHART, "FILE", "Draws it as an SVG picture"));

    /// Adds the options to `spec`.
    static BenchOptions addTo(CommandSpec spec, Map<String, String> environment) {
        ALL.forEach(option ->
                spec.addOption(
                        OptionSpec.builder(option.name())
                                .paramLabel(option.placeholder())
                                .type(String.class)
                                .description(option.text())
                                .build()));
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .type(boolean.class)
                        .description("Shows this help.")
                        .build());
        return new BenchOptions(spec, environment);
    }

    /// The value of an option.
    Optional<String> text(String option) {
        return Optional.ofNullable(spec.findOption(option).getValue());
    }

    /// The value of an option or else of the first environment variable that has one.
    Optional<String> text(String option, String... variables) {
        return text(option)
                .or(() ->
                        Arrays.stream(variables)
                                .map(variable -> environment.getOrDefault(variable, ""))
                                .filter(value -> !value.isEmpty())
                                .findFirst());
    }

    /// The value of a list.
    List<String> list(String option, List<String> byDefault) {
        return text(option).map(text -> List.of(text.split(",", -1))).orElse(byDefault);
    }

    /// The value of a whole number.
    ///
    /// @throws ParameterException if it is none, or beyond the bounds
    int number(String option, int byDefault, int least, int most) {
        Optional<String> text = text(option);
        if (text.isEmpty()) {
            return byDefault;
        }
        boolean isNumber = text.get().matches("\\d{1,9}");
        int number = isNumber ? Integer.parseInt(text.get()) : -1;
        if (number < least || number > most) {
            throw wrong(
                    "%s must be a number from %d to %d, not %s"
                            .formatted(option, least, most, text.get()));
        }
        return number;
    }

    /// The value of an address.
    ///
    /// @throws ParameterException if it is none
    Optional<URI> address(String option) {
        return text(option).map(text -> address(option, text));
    }

    /// The value of a file's name.
    Optional<Path> file(String option, Path workingDirectory) {
        return text(option).map(text -> workingDirectory.resolve(text).normalize());
    }

    /// All values that were given, but for secrets.
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        ALL.stream()
                .filter(option -> !option.name().equals(SECRET_KEY))
                .forEach(option ->
                        text(option.name())
                                .ifPresent(value -> given.put(option.name().substring(2), value)));
        return given;
    }

    /// What to complain with.
    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private URI address(String option, String text) {
        try {
            URI uri = URI.create(text);
            String path = uri.getPath();
            if (uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && (path == null || path.isEmpty() || path.equals("/"))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notAddress(option, text, e);
        }
        throw notAddress(option, text, null);
    }

    private ParameterException notAddress(String option, String text, @Nullable Exception cause) {
        String message = option + " must be a URL like http://127.0.0.1:8000, not " + text;
        return new ParameterException(spec.commandLine(), message, cause);
    }
}
