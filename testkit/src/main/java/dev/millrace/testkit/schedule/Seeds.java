package dev.millrace.testkit.schedule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/// Many runs of one simulation, each by a seed of its own, on all processors.
///
/// `-Dsimulation.seeds=N` runs so many, `-Dsimulation.first=N` begins elsewhere, and
/// `-Dsimulation.seed=N` repeats one alone.
public record Seeds(long first, long count) {
    /// The seeds that the properties name, `count` if they name none.
    public static Seeds ofProperties(long count) {
        Long one = Long.getLong("simulation.seed");
        return one == null
                ? new Seeds(
                        Long.getLong("simulation.first", 0),
                        Long.getLong("simulation.seeds", count))
                : new Seeds(one, 1);
    }

    /// Runs `simulation` with each seed.
    ///
    /// @throws AssertionError that names every seed that failed, with the failure of the first
    public void run(String name, LongConsumer simulation) {
        run(name, LongStream.range(first, first + count), simulation);
    }

    /// Runs `simulation` with the seeds in a list that is kept beside `owner`: one a line, and
    /// behind it what was wrong once.
    public static void runKept(String name, Class<?> owner, String file, LongConsumer simulation) {
        run(name, kept(owner, file).stream().mapToLong(seed -> seed), simulation);
    }

    private static void run(String name, LongStream seeds, LongConsumer simulation) {
        Map<Long, Throwable> failures = new ConcurrentSkipListMap<>();
        seeds.parallel()
                .forEach(seed -> {
                    try {
                        simulation.accept(seed);
                    } catch (RuntimeException | AssertionError e) {
                        failures.put(seed, e);
                    }
                });
        if (!failures.isEmpty()) {
            throw new AssertionError(
                    name
                            + ": failed with the seeds "
                            + failures.keySet()
                            + "; one is repeated by -Dsimulation.seed=",
                    failures.values().iterator().next());
        }
    }

    private static List<Long> kept(Class<?> owner, String file) {
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("there is no list of seeds " + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> Long.valueOf(line.split("\\s", 2)[0]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
