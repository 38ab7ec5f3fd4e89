package dev.millrace.benchmarks;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the driver is to do, as the command line says it.
///
/// @param endpoint where the server is
/// @param workloads what is run, one after the other
/// @param connections how many requests are under way at any time
/// @param seconds how long is measured
/// @param warmup how many seconds run before that
/// @param itemBytes the size of an item
/// @param keys how many keys there are
/// @param stream the view type of the table's stream, or `off`
/// @param indexes how many global indexes the table has: none, one whose entries are rewritten in
///   place, two with one whose entries move with each put
/// @param threads how many threads share the connections
/// @param seed what the random choices follow from
record LoadOptions(
        URI endpoint,
        List<WorkloadKind> workloads,
        int connections,
        int seconds,
        int warmup,
        int itemBytes,
        int keys,
        String stream,
        int indexes,
        int threads,
        long seed) {

    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("--endpoint", "http://127.0.0.1:8000"),
                    Map.entry("--workload", "put"),
                    Map.entry("--connections", "64"),
                    Map.entry("--seconds", "10"),
                    Map.entry("--warmup", "5"),
                    Map.entry("--item-bytes", "1024"),
                    Map.entry("--keys", "100000"),
                    Map.entry("--stream", "NEW_AND_OLD_IMAGES"),
                    Map.entry("--indexes", "0"),
                    Map.entry("--threads", "1"),
                    Map.entry("--seed", "1"));

    /// The options that these arguments give, in pairs like `--seconds 10`.
    ///
    /// @throws IllegalArgumentException if there is an option that is not known or has no value
    static LoadOptions parse(String... arguments) {
        Map<String, String> values = new TreeMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            if (!DEFAULTS.containsKey(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        arguments[i] + " is unknown or has no value; there are " + DEFAULTS);
            }
            values.put(arguments[i], arguments[i + 1]);
        }
        return of(values);
    }

    private static LoadOptions of(Map<String, String> values) {
        return new LoadOptions(
                URI.create(text(values, "--endpoint")),
                Arrays.stream(text(values, "--workload").split(",", -1))
                        .map(WorkloadKind::named)
                        .toList(),
                number(values, "--connections"),
                number(values, "--seconds"),
                number(values, "--warmup"),
                number(values, "--item-bytes"),
                number(values, "--keys"),
                text(values, "--stream"),
                number(values, "--indexes"),
                number(values, "--threads"),
                number(values, "--seed"));
    }

    private static int number(Map<String, String> values, String name) {
        return Integer.parseInt(text(values, name));
    }

    private static String text(Map<String, String> values, String name) {
        return values.getOrDefault(name, "");
    }
}
