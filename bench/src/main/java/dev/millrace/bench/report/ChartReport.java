package dev.millrace.bench.report;

import dev.millrace.bench.result.Mode;
import dev.millrace.bench.result.Report;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.result.Series;
import dev.millrace.bench.result.StartFigures;

import org.HdrHistogram.Histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// What was measured as one SVG picture: bars for rates, starts and memory, curves for times; two
/// servers beside each other.
public final class ChartReport {
    private static final double WIDTH = 1_200;
    private static final double MARGIN = 36;
    private static final double GAP = 28;
    private static final int COLUMNS = 3;
    private static final double LINE = 20;
    private static final List<String> COLOURS = List.of("#2a6fdb", "#ee8434");
    private static final int DESCRIPTION_CHARS_MAX = 160;
    private static final String CATCH_UP = "catch-up";

    private final Report report;
    private final List<String> servers;
    private final Svg svg = new Svg();
    private double y = MARGIN;

    private ChartReport(Report report) {
        this.report = report;
        this.servers = List.copyOf(report.setting().servers().keySet());
    }

    /// The picture.
    public static String of(Report report) {
        return new ChartReport(report).draw();
    }

    private String draw() {
        drawHead();
        drawBars("Requests a second, as many as are answered", this::isRequests, Sample::perSecond);
        drawBars("Records a second, catching up", this::isCatchUp, Sample::itemsPerSecond);
        drawCurves();
        drawStarts();
        return svg.document(WIDTH, y + MARGIN);
    }

    private void drawHead() {
        y += 10;
        svg.text(new Svg.Point(MARGIN, y), "millrace bench", Svg.Style.TITLE);
        y += LINE + 4;
        svg.text(
                new Svg.Point(MARGIN, y),
                String.format(
                        Locale.ROOT,
                        "%s · %s · %d × %s, %.0f GiB · %s",
                        report.setting().moment(),
                        report.setting().version(),
                        report.setting().machine().processors(),
                        report.setting().machine().processor(),
                        report.setting().machine().memoryGigabytes(),
                        report.setting().machine().system()),
                Svg.Style.QUIET);
        for (Map.Entry<String, String> server : report.setting().servers().entrySet()) {
            y += LINE;
            svg.box(new Svg.Point(MARGIN, y - 10), 12, 12, colour(server.getKey()));
            svg.text(
                    new Svg.Point(MARGIN + LINE, y),
                    server.getKey() + "  " + shortened(server.getValue()),
                    Svg.Style.PLAIN);
        }
        y += GAP;
    }

    private void drawBars(
            String heading, Predicate<Series> isWanted, ToDoubleFunction<Sample> figure) {
        List<BarPanel.Group> groups =
                groups(isWanted).stream()
                        .map(group ->
                                new BarPanel.Group(
                                        group.getFirst().title(),
                                        group.stream().map(each -> bar(each, figure)).toList()))
                        .toList();
        draw(new BarPanel(heading, groups));
    }

    private void drawCurves() {
        List<List<Series>> groups = groups(series -> series.mode() != Mode.CLOSED);
        if (groups.isEmpty()) {
            return;
        }
        svg.text(
                new Svg.Point(MARGIN, y + 14),
                "Times by percentile, from the moment that a request was due",
                Svg.Style.HEADING);
        y += GAP + 6;
        double width = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;
        for (int i = 0; i < groups.size(); i++) {
            int column = i % COLUMNS;
            Svg.Point at = new Svg.Point(MARGIN + column * (width + GAP), y);
            panel(groups.get(i)).draw(svg, at, width);
            if (column == COLUMNS - 1 || i == groups.size() - 1) {
                y += CurvePanel.HEIGHT + GAP / 2;
            }
        }
    }

    private void drawStarts() {
        draw(
                startBars(
                        "From the command to the first answer",
                        StartFigures::medianMillis,
                        "%,.0f ms"));
        draw(startBars("Memory with nothing to do", StartFigures::medianMegabytes, "%,.0f MB"));
    }

    private void draw(BarPanel panel) {
        if (!panel.groups().isEmpty()) {
            panel.draw(svg, new Svg.Point(MARGIN, y), WIDTH - 2 * MARGIN);
            y += panel.height() + GAP / 2;
        }
    }

    private BarPanel startBars(
            String heading, Function<StartFigures, Double> figure, String format) {
        List<BarPanel.Group> groups =
                report.starts().stream()
                        .map(each -> {
                            double value = figure.apply(each);
                            String text = String.format(Locale.ROOT, format, value);
                            return new BarPanel.Group(
                                    each.server(),
                                    List.of(new BarPanel.Bar(value, text, colour(each.server()))));
                        })
                        .toList();
        return new BarPanel(heading, groups);
    }

    private BarPanel.Bar bar(Series series, ToDoubleFunction<Sample> figure) {
        double value = series.median(figure);
        double items = series.median(Sample::itemsPerSecond);
        boolean tellsItems = items > value * 1.01;
        String text =
                Figures.rate(value)
                        + (tellsItems
                                ? "  (" + Figures.rate(items) + " " + series.unit() + ")"
                                : "");
        return new BarPanel.Bar(value, text, colour(series.server()));
    }

    private CurvePanel panel(List<Series> group) {
        return new CurvePanel(
                group.getFirst().title(),
                group.getFirst().load(),
                group.stream()
                        .map(series ->
                                new CurvePanel.Curve(together(series), colour(series.server())))
                        .toList());
    }

    private static Histogram together(Series series) {
        Histogram sum = new Histogram(3);
        sum.setAutoResize(true);
        series.samples().forEach(sample -> sum.add(sample.nanos()));
        return sum;
    }

    // Those of two servers that are the same stand together.
    private List<List<Series>> groups(Predicate<Series> isWanted) {
        List<List<Series>> groups = new ArrayList<>();
        report.series().stream()
                .filter(isWanted)
                .forEach(series ->
                        groups.stream()
                                .filter(group -> group.getFirst().isLike(series))
                                .findFirst()
                                .orElseGet(() -> {
                                    groups.add(new ArrayList<>());
                                    return groups.getLast();
                                })
                                .add(series));
        return groups;
    }

    private boolean isRequests(Series series) {
        return series.mode() == Mode.CLOSED && !isCatchUp(series);
    }

    private boolean isCatchUp(Series series) {
        return series.workload().startsWith(CATCH_UP);
    }

    private static String shortened(String text) {
        return text.length() <= DESCRIPTION_CHARS_MAX
                ? text
                : text.substring(0, DESCRIPTION_CHARS_MAX) + "…";
    }

    private String colour(String server) {
        return COLOURS.get(Math.max(0, servers.indexOf(server)) % COLOURS.size());
    }
}
