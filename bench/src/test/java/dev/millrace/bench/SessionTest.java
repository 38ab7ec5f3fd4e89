package dev.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.http.Operation;
import dev.millrace.bench.result.Machine;
import dev.millrace.bench.result.Report;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.result.Series;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Every workload for a second, on a real server in the same process.
class SessionTest {
    private static final int RATE = 100;
    private static final int KEYS = 1_000;
    private static final Credentials LOCAL = new Credentials("local", "local", null);

    @TempDir Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private int background;
    private MillraceServer server = MillraceServer.start(ServerOptions.inMemory());

    @BeforeEach
    void serve() {
        server.close();
        server = MillraceServer.start(ServerOptions.inMemory().withData(directory.resolve("data")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "put, 1",
        "get, 1",
        "update, 1",
        "query, 100",
        "batch, 25",
        "transact, 10",
        "mixed, 1"
    })
    void whatIsDueIsAnsweredAndCounted(String workload, int itemsPerCall) {
        Series series = onlySeries(run(OptionalDouble.of(RATE), workload));

        assertThat(series.total(Sample::answered)).isEqualTo(RATE);
        assertThat(series.total(Sample::items)).isEqualTo((long) RATE * itemsPerCall);
        assertThat(series.total(Sample::throttles)).isZero();
    }

    @Test
    void withoutARateAClosedLoopFindsIt() {
        List<Series> series = run(OptionalDouble.empty(), "put").series();

        assertThat(series).hasSize(2);
        double found = series.getFirst().median(Sample::perSecond);
        assertThat(found).isPositive();
        assertThat(series.getLast().median(Sample::perSecond)).isLessThanOrEqualTo(0.71 * found);
    }

    @ParameterizedTest
    @CsvSource({"catch-up-1", "catch-up-8"})
    void readersThatCatchUpHaveReadTheWholeStream(String workload) {
        Series series = onlySeries(run(OptionalDouble.empty(), workload));

        assertThat(series.total(Sample::items)).isGreaterThan(KEYS);
        assertThat(series.unit()).isEqualTo("records/s");
    }

    @ParameterizedTest
    @CsvSource({"poll, 0", "wait, 0", "trigger, 0", "poll, 300", "wait, 300"})
    void everyWriteArrivesOnce(String workload, int writesBeside) {
        background = writesBeside;

        Report report = run(OptionalDouble.empty(), workload);

        assertThat(report.notes()).isEmpty();
        assertThat(report.series())
                .extracting(Series::workload)
                .containsExactly(workload + "-sent", workload + "-answered");
        assertThat(report.series())
                .allSatisfy(series ->
                        assertThat(series.total(Sample::items))
                                .isPositive()
                                .isEqualTo(series.total(Sample::answered)));
    }

    @Test
    void twoServersAreMeasuredSideBySide() {
        try (MillraceServer other = MillraceServer.start(ServerOptions.inMemory())) {
            Report report =
                    run(
                            OptionalDouble.of(RATE),
                            List.of(side("A", server), side("B", other)),
                            "update");

            assertThat(report.series()).extracting(Series::server).containsExactly("A", "B");
            assertThat(out.toString()).contains("B/A");
        }
    }

    @Test
    void runningServerHasNoStart() {
        Report report = run(OptionalDouble.empty(), "start");

        assertThat(report.notes())
                .containsExactly("start is left out for server A: it was running already");
    }

    @Test
    void serverThatIsNotThereIsNamed() {
        server.close();

        assertThatThrownBy(() -> run(OptionalDouble.of(RATE), "put"))
                .isInstanceOf(BenchException.class)
                .hasMessageStartingWith("server A: cannot reach http://127.0.0.1:");
    }

    private Report run(OptionalDouble rate, String workload) {
        Report report = run(rate, List.of(side("A", server)), workload);
        assertThat(tables()).isEqualTo("{\"TableNames\":[]}");
        return report;
    }

    private Report run(OptionalDouble rate, List<Plan.Side> sides, String workload) {
        Recorder recorder = new Recorder(new PrintWriter(out), new PrintWriter(err));
        Plan plan =
                new Plan(
                        sides,
                        List.of(Workload.named(workload).orElseThrow()),
                        List.of(Plan.STREAM_DEFAULT),
                        new Plan.Load(8, 2, KEYS, 200, 0, 1),
                        new Plan.Timing(
                                Duration.ofSeconds(1),
                                Duration.ofMillis(100),
                                1,
                                rate,
                                background,
                                Duration.ofMillis(5)),
                        directory,
                        Optional.empty(),
                        Optional.empty());
        Contender.Access access = new Contender.Access("us-east-1", LOCAL, directory);
        try (Cleanup cleanup = new Cleanup()) {
            new Session(plan, access, new TableNames("test"), recorder, cleanup).run();
        }
        assertThat(err.toString()).isEmpty();
        return recorder.report(
                new Report.Setting("now", Machine.here(), "this", Map.of(), Map.of()));
    }

    private static Plan.Side side(String letter, MillraceServer one) {
        return new Plan.Side(
                letter, Optional.of(one.endpoint()), Optional.empty(), Optional.empty());
    }

    private static Series onlySeries(Report report) {
        assertThat(report.series()).hasSize(1);
        return report.series().getFirst();
    }

    private String tables() {
        URI uri = server.endpoint();
        try (Caller caller = new Caller(new Endpoint(uri, "us-east-1", LOCAL))) {
            return caller.ask(Operation.ofTables("ListTables"), "{}");
        }
    }
}
