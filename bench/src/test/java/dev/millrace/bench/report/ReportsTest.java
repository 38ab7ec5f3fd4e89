package dev.millrace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.bench.result.Machine;
import dev.millrace.bench.result.Mode;
import dev.millrace.bench.result.Report;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.result.Series;
import dev.millrace.bench.result.StartFigures;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

class ReportsTest {
    private static final long MILLI = 1_000_000;

    private final Series closedA = series("put", "off", Mode.CLOSED, "A", 1_000, 1_200, 1_100);
    private final Series closedB = series("put", "off", Mode.CLOSED, "B", 2_000, 2_400, 4_400);
    private final Series openA = series("put", "off", Mode.OPEN, "A", 700);
    private final Series openB = series("put", "off", Mode.OPEN, "B", 700);
    private final Series caughtUp = series("catch-up-8", "", Mode.CLOSED, "A", 50);
    private final Series waited = series("wait-sent", "", Mode.SINGLE, "A", 50);

    @Test
    void figureOfSeveralRunsIsTheirMedian() {
        assertThat(closedA.median(Sample::perSecond)).isEqualTo(1_100);
        assertThat(series("put", "", Mode.CLOSED, "A", 10, 20).median(Sample::perSecond))
                .isEqualTo(15);
        assertThat(TextReport.row(closedA)).contains("1,100", "put", "off");
    }

    @Test
    void ratioOfTwoServersComesWithItsRangeOverThePairs() {
        assertThat(TextReport.ratios(closedA, closedB))
                .contains("B/A", "2.18", "(calls/s of 3 pairs 2.00 to 4.00)");
    }

    @Test
    void percentilesAreThoseOfTheTimes() {
        String row = TextReport.row(openA);

        assertThat(row).contains("350", "693", "700");
    }

    @Test
    void chartIsWellFormedWhateverServersAreCalled() throws Exception {
        Document document = parse(ChartReport.of(report()));

        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        // A background, a key for each server, and a bar for each rate, start and memory.
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(1 + 2 + 3 + 2);
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(3);
        assertThat(document.getDocumentElement().getTextContent())
                .contains("'a' <b> & \"c\"", "put (off)");
    }

    @Test
    void chartOfNothingIsWellFormed() throws Exception {
        Report nothing = new Report(setting(), List.of(), List.of(), Map.of(), List.of());

        assertThat(parse(ChartReport.of(nothing)).getElementsByTagName("polyline").getLength())
                .isZero();
    }

    @Test
    void jsonHasEveryRunAndQuotesWhatNeedsIt() {
        String json = JsonReport.of(report());

        assertThat(json)
                .startsWith("{\"moment\":\"now\",")
                .endsWith("}\n")
                .contains(
                        "\"B\":\"tab\\u0009, quote \\\", backslash \\\\\"",
                        "\"callsPerSecond\":1100",
                        "\"mode\":\"closed\"",
                        "\"startMillis\":[400,500]",
                        "\"p99.9Millis\":")
                .doesNotContain("NaN", "\t");
        assertThat(json.split("\"answered\":", -1)).hasSize(1 + 3 + 3 + 1 + 1 + 1 + 1);
    }

    private Report report() {
        return new Report(
                setting(),
                List.of(closedA, closedB, openA, openB, caughtUp, waited),
                List.of(new StartFigures("A", List.of(400.0, 500.0), List.of(1L << 27, 1L << 27))),
                Map.of("A", 1L << 28),
                List.of("a note"));
    }

    private static Report.Setting setting() {
        Map<String, String> servers = new LinkedHashMap<>();
        servers.put("A", "'a' <b> & \"c\"");
        servers.put("B", "tab\t, quote \", backslash \\");
        return new Report.Setting(
                "now", Machine.here(), "Millrace <1>", servers, Map.of("seconds", "1"));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }

    // Runs of a second each with so many answers, of 1, 2, 3 and so on milliseconds.
    private static Series series(
            String workload, String stream, Mode mode, String server, int... answers) {
        List<Sample> samples = Arrays.stream(answers).mapToObj(ReportsTest::sample).toList();
        return new Series(workload, stream, mode, "a load", "items/s", server, samples);
    }

    private static Sample sample(int answers) {
        Histogram nanos = new Histogram(3_600_000_000_000L, 3);
        for (int i = 1; i <= answers; i++) {
            nanos.recordValue(i * MILLI);
        }
        return new Sample.Collector(1, 0.5)
                .add(nanos, new Histogram(1_000_000, 3))
                .count(answers, 0, 0)
                .sample();
    }
}
