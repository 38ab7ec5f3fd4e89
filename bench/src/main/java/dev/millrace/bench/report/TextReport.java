package dev.millrace.bench.report;

import dev.millrace.bench.result.Report;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.result.Series;
import dev.millrace.bench.result.StartFigures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What was measured as lines for a terminal; each as soon as it is known.
public final class TextReport {
    private static final String ROW =
            "%-16s %-18s %-13s %-6s %9s %10s %8s %8s %8s %8s %8s %7s %9s %6s";
    private static final double BYTES_A_MEGABYTE = 1 << 20;
    private static final int PERCENT = 100;
    private static final double HALF = 50;
    private static final double NEARLY_ALL = 99;

    private TextReport() {}

    /// What is above the rows.
    public static List<String> header(Report.Setting setting) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s; %d processors (%s), %.0f GiB, %s, Java %s, load %.1f",
                        setting.version(),
                        setting.machine().processors(),
                        setting.machine().processor(),
                        setting.machine().memoryGigabytes(),
                        setting.machine().system(),
                        setting.machine().java(),
                        setting.machine().load()));
        setting.servers().forEach((letter, what) -> lines.add("server " + letter + ": " + what));
        lines.add(
                String.format(
                        ROW,
                        "workload",
                        "stream",
                        "load",
                        "server",
                        "calls/s",
                        "items/s",
                        "p50 ms",
                        "p90 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "max ms",
                        "errors",
                        "throttled",
                        "client"));
        return lines;
    }

    /// The row of a series.
    public static String row(Series series) {
        return String.format(
                        ROW,
                        series.workload(),
                        series.stream(),
                        series.load(),
                        series.server(),
                        Figures.rate(series.median(Sample::perSecond)),
                        Figures.rate(series.median(Sample::itemsPerSecond)),
                        millis(series, 50),
                        millis(series, 90),
                        millis(series, 99),
                        millis(series, 99.9),
                        millis(series, Percentiles.MAX),
                        Figures.whole(series.total(Sample::errors)),
                        Figures.whole(series.total(Sample::throttles)),
                        client(series))
                .stripTrailing();
    }

    /// The row that sets one server against the other, with the range over all runs of what matters
    /// most: the rate of a closed loop, the median and the 99th percentile of times.
    public static String ratios(Series first, Series second) {
        ToDoubleFunction<Sample> figure =
                first.isRate() ? Sample::perSecond : sample -> sample.millis(HALF);
        return String.format(
                        "%-16s %-18s %-13s %-6s %9s %10s %8s %8s %8s %8s %8s",
                        "",
                        "",
                        "",
                        second.server() + "/" + first.server(),
                        ratio(first, second, Sample::perSecond),
                        ratio(first, second, Sample::itemsPerSecond),
                        ratio(first, second, sample -> sample.millis(50)),
                        ratio(first, second, sample -> sample.millis(90)),
                        ratio(first, second, sample -> sample.millis(NEARLY_ALL)),
                        ratio(first, second, sample -> sample.millis(99.9)),
                        ratio(first, second, sample -> sample.millis(Percentiles.MAX)))
                + range(first, second, figure);
    }

    /// The lines about starts.
    public static List<String> starts(StartFigures figures) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "start       server %s: first answer after %.0f ms (%s), idle with %.0f MB"
                                + " (%s)",
                        figures.server(),
                        figures.medianMillis(),
                        figures.startMillis().stream()
                                .map(millis -> String.format(Locale.ROOT, "%.0f", millis))
                                .reduce((one, other) -> one + ", " + other)
                                .orElse(""),
                        figures.medianMegabytes(),
                        figures.idleBytes().stream()
                                .map(TextReport::megabytes)
                                .reduce((one, other) -> one + ", " + other)
                                .orElse("")));
    }

    /// The line about memory behind the load.
    public static String memory(Map.Entry<String, Long> resident) {
        return "memory      server %s: %s MB behind the load"
                .formatted(resident.getKey(), megabytes(resident.getValue()));
    }

    private static String range(Series first, Series second, ToDoubleFunction<Sample> figure) {
        int runs = Math.min(first.samples().size(), second.samples().size());
        if (runs < 2 || first.least(figure) == 0) {
            return "";
        }
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < runs; i++) {
            double ratio =
                    figure.applyAsDouble(second.samples().get(i))
                            / figure.applyAsDouble(first.samples().get(i));
            least = Math.min(least, ratio);
            most = Math.max(most, ratio);
        }
        return String.format(
                Locale.ROOT,
                "  (%s of %d pairs %.2f to %.2f)",
                first.isRate() ? "calls/s" : "p50",
                runs,
                least,
                most);
    }

    private static String ratio(Series first, Series second, ToDoubleFunction<Sample> figure) {
        return Figures.ratio(second.median(figure), first.median(figure));
    }

    private static String millis(Series series, double percentile) {
        return Figures.millis(series.median(sample -> sample.millis(percentile)));
    }

    private static String client(Series series) {
        double share = series.median(Sample::clientShare);
        return share == 0 ? "" : String.format(Locale.ROOT, "%.0f%%", share * PERCENT);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / BYTES_A_MEGABYTE);
    }
}
