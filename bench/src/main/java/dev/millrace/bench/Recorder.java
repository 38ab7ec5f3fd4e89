package dev.millrace.bench;

import dev.millrace.bench.report.TextReport;
import dev.millrace.bench.result.Report;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.result.Series;
import dev.millrace.bench.result.StartFigures;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Keeps what is found out, and shows each thing as soon as it is known.
final class Recorder {
    private static final int PERCENT = 100;

    private final PrintWriter out;
    private final PrintWriter err;
    private final List<Series> all = new ArrayList<>();
    private final List<StartFigures> starts = new ArrayList<>();
    private final Map<String, Long> memory = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();
    private boolean hasErrors;

    /// @param out where results go
    /// @param err where errors and warnings go
    Recorder(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    void header(Report.Setting setting) {
        if (setting.machine().isBusy()) {
            note("other work keeps this machine busy; do not compare these figures with others");
        }
        TextReport.header(setting).forEach(out::println);
    }

    /// The same series of one server or two.
    void series(List<Series> alike) {
        alike.forEach(each -> {
            all.add(each);
            out.println(TextReport.row(each));
        });
        if (alike.size() == 2) {
            out.println(TextReport.ratios(alike.getFirst(), alike.getLast()));
        }
        alike.forEach(this::complain);
    }

    void starts(StartFigures figures) {
        starts.add(figures);
        TextReport.starts(figures).forEach(out::println);
    }

    void memory(String server, long bytes) {
        memory.put(server, bytes);
        out.println(TextReport.memory(Map.entry(server, bytes)));
    }

    /// Something was left out, or is to be read with care.
    void note(String text) {
        notes.add(text);
        out.println("note: " + text);
    }

    /// Whether any answer was an error.
    boolean hasErrors() {
        return hasErrors;
    }

    Report report(Report.Setting setting) {
        return new Report(setting, all, starts, memory, notes);
    }

    private void complain(Series series) {
        String what = series.title() + ", " + series.load() + ", server " + series.server();
        for (Sample sample : series.samples()) {
            hasErrors |= sample.errors() > 0;
            sample.firstErrors()
                    .forEach((kind, text) ->
                            err.println("millrace: " + what + ": " + kind + ": " + text));
        }
        long unanswered = series.total(Sample::unanswered);
        if (unanswered > 0) {
            note(what + ": " + unanswered + " requests were still waiting 10 s behind the end");
        }
        if (series.samples().stream().anyMatch(Sample::isGeneratorSlow)) {
            note(
                    String.format(
                            Locale.ROOT,
                            "%s: the generator itself may be what is slow: its busiest thread took"
                                    + " %.0f %% of a processor, its requests went out %.2f ms late"
                                    + " at p99",
                            what,
                            series.median(sample -> sample.busiestSeconds() / sample.seconds())
                                    * PERCENT,
                            series.median(Sample::lateMillis)));
        }
    }
}
