package dev.millrace.conformance.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cli.Main;
import dev.millrace.conformance.crash.ServerProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A server under the load of a usual day for long: memory, handles and latency stay as they are,
/// and what is on disk at the end has no contradictions. A reader follows the stream and a trigger
/// calls a function meanwhile; shards roll over and records are trimmed.
///
/// `-Dsoak.minutes=N` for how long, `-Dsoak.percent=N` of the capacity that is measured first. Less
/// than a few minutes only show that the program works: nothing is then said of trends.
final class SoakTest {
    private static final double MINUTES =
            Double.parseDouble(System.getProperty("soak.minutes", "0.1"));
    private static final int PERCENT = Integer.getInteger("soak.percent", 70);
    private static final double TREND_MINUTES_MIN = 3;
    private static final int CONNECTIONS = 64;
    private static final int SAMPLES_MIN = 12;
    private static final Duration SAMPLE_MAX = Duration.ofMinutes(1);
    private static final Duration SAMPLE_MIN = Duration.ofSeconds(2);
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @TempDir private Path directory;

    /// What was seen at the end of a window.
    private record Sample(double minutes, Window window, ProcessFigures figures) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "| %6.1f | %6.0f | %6.1f | %6.1f | %5.0f | %5.0f | %5d | %4d |",
                    minutes,
                    window.acceptedRate(),
                    window.accepted().millis(50),
                    window.accepted().millis(99),
                    figures.residentMegabytes(),
                    figures.heapMegabytes(),
                    figures.handles(),
                    figures.threads());
        }
    }

    @Test
    void memoryHandlesAndLatencyStayAsTheyAre() throws Exception {
        Path data = directory.resolve("data");
        try (CountedCalls function = new CountedCalls()) {
            ServerProcess server = start(data, function);
            try {
                soak(server, function);
                server.process().destroy();
                assertThat(server.process().waitFor()).isEqualTo(ENDED_BY_SIGTERM);
            } finally {
                server.kill();
            }
        }
        assertThat(verify(data)).as("exit value of verify").isZero();
    }

    private ServerProcess start(Path data, CountedCalls function) throws IOException {
        Path settings = directory.resolve("millrace.conf");
        Files.writeString(settings, "function.soak.url = " + function.address() + "\n");
        return ServerProcess.start(
                data,
                List.of(
                        "--shard-rollover=1m",
                        "--stream-retention=2m",
                        // Little enough to be full before a trend is looked for.
                        "--cache-memory=64",
                        "--write-memory=64"),
                Map.of("MILLRACE_CONFIG", settings.toString()));
    }

    private static void soak(ServerProcess server, CountedCalls function) throws Exception {
        URI endpoint = server.endpoint();
        String stream = Mix.createTable(endpoint);
        map(endpoint, stream);
        try (TailReader reader = new TailReader(endpoint, stream);
                Load load = new Load(endpoint, CONNECTIONS, Mix::next)) {
            double capacity = capacity(load);
            double rate = capacity * PERCENT / 100;
            System.out.printf("soak: capacity %.0f/s, %.0f/s from now on%n", capacity, rate);
            check(samples(server, load, rate));
            System.out.printf(
                    "soak: %d records by the tail, %d calls of the function%n",
                    reader.records(), function.calls());
            assertThat(reader.fault()).isEmpty();
            assertThat(reader.records()).isPositive();
            assertThat(function.calls()).isPositive();
        }
    }

    // Of the server as it is during the load: with the reader and the trigger.
    private static double capacity(Load load) throws Exception {
        Duration time = MINUTES < 1 ? Duration.ofSeconds(3) : Duration.ofSeconds(20);
        load.asFastAsPossible(time);
        Window window = load.asFastAsPossible(time);
        assertThat(window.firstOther()).isEmpty();
        return window.acceptedRate();
    }

    private static void map(URI endpoint, String stream) throws IOException {
        try (PlainConnection connection = new PlainConnection(endpoint)) {
            connection.require(
                    PlainConnection.lambda(
                            "/2015-03-31/event-source-mappings",
                            """
                            {"FunctionName":"soak","EventSourceArn":"%s","BatchSize":1000,
                             "StartingPosition":"LATEST"}
                            """
                                    .formatted(stream)));
        }
    }

    private static List<Sample> samples(ServerProcess server, Load load, double rate)
            throws Exception {
        Duration all = Duration.ofMillis((long) (MINUTES * 60_000));
        Duration each = all.dividedBy(SAMPLES_MIN);
        each = each.compareTo(SAMPLE_MAX) > 0 ? SAMPLE_MAX : each;
        each = each.compareTo(SAMPLE_MIN) < 0 ? SAMPLE_MIN : each;
        List<Sample> samples = new ArrayList<>();
        System.out.println(
                "| minute | req./s | p50 ms | p99 ms | resident MB | heap MB | handles | threads"
                        + " |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        long began = System.nanoTime();
        while (System.nanoTime() - began < all.toNanos()) {
            Window window = load.at(rate, each);
            assertThat(window.firstOther()).isEmpty();
            ProcessFigures figures = ProcessFigures.withHeap(server.process().toHandle());
            samples.add(new Sample((System.nanoTime() - began) / 60e9, window, figures));
            System.out.println(samples.getLast());
        }
        return samples;
    }

    private static void check(List<Sample> samples) {
        if (MINUTES < TREND_MINUTES_MIN) {
            return;
        }
        assertThat(Trend.grows(samples, each -> each.figures().residentMegabytes(), 0.1, 32))
                .as("resident memory grows")
                .isFalse();
        assertThat(Trend.grows(samples, each -> each.figures().heapMegabytes(), 0.1, 16))
                .as("heap grows")
                .isFalse();
        assertThat(Trend.grows(samples, each -> each.figures().handles(), 0.1, 50))
                .as("handles grow")
                .isFalse();
        assertThat(Trend.grows(samples, each -> each.figures().threads(), 0.1, 8))
                .as("threads grow")
                .isFalse();
        assertThat(Trend.grows(samples, each -> each.window().accepted().millis(99), 1, 50))
                .as("latency grows")
                .isFalse();
    }

    private static int verify(Path data) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "verify",
                        data.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
