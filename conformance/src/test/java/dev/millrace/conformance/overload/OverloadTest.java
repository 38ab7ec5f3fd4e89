package dev.millrace.conformance.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.crash.ServerProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// A server that is offered several times what it can take.
///
/// `-Doverload.seconds=N` makes it last, `-Doverload.factor=N` offers so many times its capacity,
/// `-Doverload.connections=N` over so many connections, `-Doverload.waiting=N` lets so many writes
/// wait; `-Doverload.strict=true` has the bounds hold that are promised of a machine with nothing
/// else to do.
final class OverloadTest {
    private static final int SECONDS = Integer.getInteger("overload.seconds", 4);
    private static final int FACTOR = Integer.getInteger("overload.factor", 3);
    private static final int CONNECTIONS = Integer.getInteger("overload.connections", 400);
    private static final int WAITING = Integer.getInteger("overload.waiting", 64);
    private static final boolean STRICT = Boolean.getBoolean("overload.strict");

    private static final int PEAK_CONNECTIONS = 64;
    private static final Duration PEAK_TIME = Duration.ofSeconds(STRICT ? 10 : 2);
    private static final int KEYS = 20_000;
    private static final String TEXT = "abcdefghijklmnop".repeat(32);
    private static final double ACCEPTED_SHARE_MIN = STRICT ? 0.6 : 0.3;
    private static final double ACCEPTED_MILLIS_MAX = STRICT ? 2_000 : 5_000;
    // The heap may have 512 MB, and there are buffers of the store besides.
    private static final double RESIDENT_MEGABYTES_MAX = 1_000;
    private static final double HEAP_GROWTH_MEGABYTES_MAX = 100;
    private static final int TREND_SECONDS_MIN = 30;

    @TempDir private Path directory;

    @Test
    void whatIsTakenOnIsAnsweredInTimeAndTheRestIsRefusedAtOnce() throws Exception {
        ServerProcess server =
                ServerProcess.start(
                        directory.resolve("data"),
                        List.of("--waiting-writes=" + WAITING),
                        Map.of());
        try {
            createTable(server.endpoint());
            overload(server);
        } finally {
            server.kill();
        }
    }

    private static void overload(ServerProcess server) throws Exception {
        double peak = peak(server.endpoint());
        ProcessFigures before = ProcessFigures.withHeap(server.process().toHandle());
        System.out.printf("overload: peak %.0f/s; %s%n", peak, before);
        List<Window> windows = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        try (Load load = new Load(server.endpoint(), CONNECTIONS, OverloadTest::put)) {
            double best = peak;
            for (int second = 0; second < SECONDS; second++) {
                windows.add(load.at(FACTOR * best, Duration.ofSeconds(1)));
                resident.add(ProcessFigures.of(server.process().toHandle()).residentMegabytes());
                System.out.printf(
                        "overload: offered %.0f/s  %s  resident %.0f MB%n",
                        FACTOR * best, windows.getLast(), resident.getLast());
                best = Math.max(best, windows.getLast().acceptedRate());
            }
        }
        ProcessFigures after = ProcessFigures.withHeap(server.process().toHandle());
        System.out.printf("overload: afterwards %s%n", after);
        // What else the machine has to do may have changed meanwhile.
        double afterwards = peak(server.endpoint());
        check(STRICT ? peak : Math.min(peak, afterwards), windows, resident, before, after);
        assertThat(afterwards).as("rate afterwards").isGreaterThan(peak / 10);
    }

    private static double peak(URI endpoint) throws Exception {
        try (Load load = new Load(endpoint, PEAK_CONNECTIONS, OverloadTest::put)) {
            load.asFastAsPossible(PEAK_TIME);
            return load.asFastAsPossible(PEAK_TIME).acceptedRate();
        }
    }

    private static void check(
            double peak,
            List<Window> windows,
            List<Double> resident,
            ProcessFigures before,
            ProcessFigures after) {
        Latencies accepted = new Latencies();
        Latencies refused = new Latencies();
        windows.forEach(window -> {
            accepted.add(window.accepted());
            refused.add(window.refused());
            assertThat(window.firstOther()).isEmpty();
        });
        double rate = (double) accepted.count() / SECONDS;
        System.out.printf(
                "overload: accepted %.0f %% of the peak, p50 %.1f p99 %.1f ms; refused %.0f/s, p50"
                        + " %.1f p99 %.1f ms%n",
                100 * rate / peak,
                accepted.millis(50),
                accepted.millis(99),
                (double) refused.count() / SECONDS,
                refused.millis(50),
                refused.millis(99));
        assertThat(refused.count()).as("refused").isPositive();
        assertThat(rate / peak).as("share of the peak").isGreaterThan(ACCEPTED_SHARE_MIN);
        assertThat(accepted.millis(99)).as("p99 of accepted").isLessThan(ACCEPTED_MILLIS_MAX);
        assertThat(refused.millis(99)).as("p99 of refused").isLessThan(ACCEPTED_MILLIS_MAX);
        assertThat(resident).allMatch(each -> each < RESIDENT_MEGABYTES_MAX);
        assertThat(after.heapMegabytes())
                .isLessThan(before.heapMegabytes() + HEAP_GROWTH_MEGABYTES_MAX);
        if (SECONDS >= TREND_SECONDS_MIN) {
            assertThat(Trend.grows(resident, each -> each, 0.1, 32)).as("memory grows").isFalse();
        }
    }

    private static byte[] put() {
        return PlainConnection.request(
                "PutItem",
                """
                {"TableName":"load","Item":{"id":{"S":"key-%d"},"text":{"S":"%s"}}}\
                """
                        .formatted(ThreadLocalRandom.current().nextInt(KEYS), TEXT));
    }

    private static void createTable(URI endpoint) throws IOException {
        try (PlainConnection connection = new PlainConnection(endpoint)) {
            connection.require(
                    PlainConnection.request(
                            "CreateTable",
                            """
                            {"TableName":"load","BillingMode":"PAY_PER_REQUEST",
                             "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],
                             "KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
                             "StreamSpecification":{"StreamEnabled":true,
                                                    "StreamViewType":"NEW_AND_OLD_IMAGES"}}
                            """));
        }
    }
}
