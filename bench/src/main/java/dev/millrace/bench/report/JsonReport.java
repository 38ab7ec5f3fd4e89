package dev.millrace.bench.report;

import dev.millrace.bench.result.Machine;
import dev.millrace.bench.result.Report;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.result.Series;
import dev.millrace.bench.result.StartFigures;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What was measured as one JSON document.
public final class JsonReport {
    private static final int PERCENTILE_STEPS = 5;

    private JsonReport() {}

    /// The document, with a line feed at its end.
    public static String of(Report report) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("moment", report.setting().moment());
        document.put("version", report.setting().version());
        document.put("machine", machine(report.setting().machine()));
        document.put("servers", report.setting().servers());
        document.put("options", report.setting().options());
        document.put("series", report.series().stream().map(JsonReport::series).toList());
        document.put("starts", report.starts().stream().map(JsonReport::starts).toList());
        document.put("residentBytes", report.memory());
        document.put("notes", report.notes());
        return Json.of(document) + "\n";
    }

    private static Map<String, Object> machine(Machine machine) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("processor", machine.processor());
        members.put("processors", machine.processors());
        members.put("memoryBytes", machine.memoryBytes());
        members.put("system", machine.system());
        members.put("java", machine.java());
        members.put("load", machine.load());
        return members;
    }

    private static Map<String, Object> series(Series series) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("workload", series.workload());
        members.put("stream", series.stream());
        members.put("mode", series.mode().name().toLowerCase(Locale.ROOT));
        members.put("load", series.load());
        members.put("unit", series.unit());
        members.put("server", series.server());
        members.put("callsPerSecond", series.median(Sample::perSecond));
        members.put("itemsPerSecond", series.median(Sample::itemsPerSecond));
        for (double percentile : Percentiles.SHOWN) {
            members.put(
                    Percentiles.name(percentile) + "Millis",
                    series.median(sample -> sample.millis(percentile)));
        }
        members.put("maxMillis", series.median(sample -> sample.millis(Percentiles.MAX)));
        members.put("runs", series.samples().stream().map(JsonReport::sample).toList());
        return members;
    }

    private static Map<String, Object> sample(Sample sample) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("seconds", sample.seconds());
        members.put("answered", sample.answered());
        members.put("callsPerSecond", sample.perSecond());
        members.put("items", sample.items());
        members.put("itemsPerSecond", sample.itemsPerSecond());
        members.put("errors", sample.errors());
        members.put("throttled", sample.throttles());
        members.put("unanswered", sample.unanswered());
        members.put("firstErrors", sample.firstErrors());
        members.put("clientCpuSeconds", sample.clientSeconds());
        members.put("busiestThreadCpuSeconds", sample.busiestSeconds());
        members.put("lateP99Millis", sample.lateMillis());
        members.put("meanMillis", sample.meanMillis());
        members.put("millis", percentiles(sample));
        return members;
    }

    // All percentiles that the sample is fine enough for, each as its upper end.
    private static Map<String, Object> percentiles(Sample sample) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (var step : sample.nanos().percentiles(PERCENTILE_STEPS)) {
            double percentile = step.getPercentileLevelIteratedTo();
            members.put(Json.of(percentile), sample.millis(percentile));
        }
        return members;
    }

    private static Map<String, Object> starts(StartFigures figures) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("server", figures.server());
        members.put("startMillis", figures.startMillis());
        members.put("idleBytes", figures.idleBytes());
        return members;
    }
}
