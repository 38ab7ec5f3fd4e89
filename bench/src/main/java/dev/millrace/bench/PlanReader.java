package dev.millrace.bench;

import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.process.StartCommand;
import dev.millrace.bench.table.ItemBody;
import dev.millrace.bench.table.TableShape;
import dev.millrace.bench.workload.RequestKind;

import picocli.CommandLine.ParameterException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Makes a plan of options, and complains of what does not fit together.
///
/// @param options the options
/// @param environment the environment variables
/// @param workingDirectory what relative file names are relative to
record PlanReader(BenchOptions options, Map<String, String> environment, Path workingDirectory) {

    /// Where the `millrace` script says that it lives.
    static final String HOME_VARIABLE = "MILLRACE_HOME";

    private static final Set<String> STREAMS =
            Set.of(
                    TableShape.NO_STREAM,
                    "KEYS_ONLY",
                    "NEW_IMAGE",
                    "OLD_IMAGE",
                    Plan.STREAM_DEFAULT);

    private static final int ITEM_BYTES_MAX = 400 * 1024;
    private static final int QUERY_BYTES_MAX = 1 << 20;
    private static final int KEYS_MAX = 100_000_000;
    private static final int KEYS_A_CONNECTION_MIN = 10;
    private static final int SECONDS_MAX = 86_400;
    private static final int PROCESSORS_A_THREAD = 4;

    /// The plan.
    ///
    /// @throws ParameterException for the first thing that is wrong
    Plan read() {
        Plan plan =
                new Plan(
                        sides(),
                        workloads(),
                        streams(),
                        load(),
                        timing(),
                        directory(),
                        output(BenchOptions.JSON),
                        output(BenchOptions.CHART));
        requireFit(plan);
        return plan;
    }

    /// What requests are signed with.
    Credentials credentials() {
        return new Credentials(
                options.text(BenchOptions.ACCESS_KEY, "AWS_ACCESS_KEY_ID").orElse("local"),
                options.text(BenchOptions.SECRET_KEY, "AWS_SECRET_ACCESS_KEY").orElse("local"),
                options.text(BenchOptions.ACCESS_KEY).isPresent()
                        ? null
                        : environment.get("AWS_SESSION_TOKEN"));
    }

    /// The region of signatures.
    String region() {
        return options.text(BenchOptions.REGION, "AWS_REGION", "AWS_DEFAULT_REGION")
                .orElse("us-east-1");
    }

    private List<Plan.Side> sides() {
        List<Plan.Side> sides = new ArrayList<>();
        Optional<StartCommand> start = command(BenchOptions.START);
        Optional<URI> endpoint = options.address(BenchOptions.ENDPOINT);
        sides.add(
                new Plan.Side(
                        "A",
                        endpoint,
                        options.address(BenchOptions.STREAMS_ENDPOINT),
                        start.isEmpty() && endpoint.isEmpty() ? Optional.of(own()) : start));
        Optional<StartCommand> otherStart = command(BenchOptions.COMPARE_START);
        Optional<URI> other = options.address(BenchOptions.COMPARE);
        if (other.isPresent() || otherStart.isPresent()) {
            sides.add(
                    new Plan.Side(
                            "B", other, options.address(BenchOptions.COMPARE_STREAMS), otherStart));
        }
        sides.forEach(this::requireReachable);
        return List.copyOf(sides);
    }

    private void requireReachable(Plan.Side side) {
        boolean hasPort =
                side.command().map(command -> command.text().contains("{port}")).orElse(false);
        if (side.endpoint().isEmpty() && !hasPort) {
            throw options.wrong(
                    "the command of server "
                            + side.letter()
                            + " must contain {port}, or its endpoint must be given");
        }
    }

    private Optional<StartCommand> command(String option) {
        return options.text(option).map(StartCommand::new);
    }

    private StartCommand own() {
        String home = environment.getOrDefault(HOME_VARIABLE, "");
        if (home.isEmpty()) {
            throw options.wrong(
                    "there is no millrace script to start; give "
                            + BenchOptions.ENDPOINT
                            + " or "
                            + BenchOptions.START);
        }
        String script = Path.of(home, "millrace").toString().replace("'", "'\\''");
        return new StartCommand("'" + script + "' serve --port {port} --data '{data}'");
    }

    private List<Workload> workloads() {
        return options.list(BenchOptions.WORKLOADS, Workload.ALL).stream()
                .map(name ->
                        Workload.named(name)
                                .orElseThrow(() ->
                                        options.wrong(
                                                "no workload is called '"
                                                        + name
                                                        + "'; there are "
                                                        + String.join(", ", Workload.ALL))))
                .toList();
    }

    private List<String> streams() {
        List<String> streams = options.list(BenchOptions.STREAM, List.of(Plan.STREAM_DEFAULT));
        streams.stream()
                .filter(stream -> !STREAMS.contains(stream))
                .findFirst()
                .ifPresent(stream -> {
                    throw options.wrong(
                            BenchOptions.STREAM
                                    + " must be off, KEYS_ONLY, NEW_IMAGE, OLD_IMAGE or"
                                    + " NEW_AND_OLD_IMAGES, not "
                                    + stream);
                });
        return streams;
    }

    private Plan.Load load() {
        int processors = Runtime.getRuntime().availableProcessors();
        int connections = options.number(BenchOptions.CONNECTIONS, 64, 1, 10_000);
        return new Plan.Load(
                connections,
                options.number(
                        BenchOptions.THREADS,
                        Math.clamp(processors / PROCESSORS_A_THREAD, 1, connections),
                        1,
                        connections),
                options.number(BenchOptions.KEYS, 100_000, ItemBody.ITEMS_A_KEY, KEYS_MAX),
                options.number(
                        BenchOptions.ITEM_BYTES, 1024, ItemBody.itemBytesMin(true), ITEM_BYTES_MAX),
                options.number(BenchOptions.INDEXES, 0, 0, TableShape.INDEXES_MAX),
                options.number(BenchOptions.SEED, 1, 0, Integer.MAX_VALUE));
    }

    private Plan.Timing timing() {
        return new Plan.Timing(
                Duration.ofSeconds(options.number(BenchOptions.SECONDS, 10, 1, SECONDS_MAX)),
                Duration.ofSeconds(options.number(BenchOptions.WARMUP, 5, 0, SECONDS_MAX)),
                options.number(BenchOptions.RUNS, 1, 1, 1_000),
                options.text(BenchOptions.RATE).isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(options.number(BenchOptions.RATE, 0, 1, 100_000_000)),
                options.number(BenchOptions.BACKGROUND, 0, 0, 1_000_000),
                Duration.ofMillis(options.number(BenchOptions.POLL_INTERVAL, 10, 0, 60_000)));
    }

    private Path directory() {
        Path directory =
                options.file(BenchOptions.DIRECTORY, workingDirectory)
                        .orElse(Path.of(System.getProperty("java.io.tmpdir")));
        if (!Files.isDirectory(directory)) {
            throw options.wrong(BenchOptions.DIRECTORY + ": " + directory + " is no directory");
        }
        return directory;
    }

    // Found out before anything is measured.
    private Optional<Path> output(String option) {
        Optional<Path> file = options.file(option, workingDirectory);
        file.ifPresent(path -> {
            Path parent = path.getParent();
            if (Files.isDirectory(path) || parent == null || !Files.isWritable(parent)) {
                throw options.wrong(option + ": " + path + " cannot be written");
            }
        });
        return file;
    }

    private void requireFit(Plan plan) {
        Plan.Load load = plan.load();
        if (load.keys() % ItemBody.ITEMS_A_KEY != 0) {
            throw options.wrong(BenchOptions.KEYS + " must be a multiple of 100");
        }
        if (uses(plan, RequestKind.TRANSACT)
                && load.keys() < KEYS_A_CONNECTION_MIN * load.connections()) {
            throw options.wrong(
                    "transact needs ten keys for each connection: "
                            + BenchOptions.KEYS
                            + " is "
                            + load.keys());
        }
        if (uses(plan, RequestKind.QUERY)
                && load.itemBytes() * ItemBody.ITEMS_A_KEY > QUERY_BYTES_MAX) {
            throw options.wrong(
                    "query needs a hundred items to be no more than 1 MB: "
                            + BenchOptions.ITEM_BYTES
                            + " is "
                            + load.itemBytes());
        }
    }

    private static boolean uses(Plan plan, RequestKind kind) {
        return plan.workloads().contains(new Workload.Requests(kind));
    }
}
