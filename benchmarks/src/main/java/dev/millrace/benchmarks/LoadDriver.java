package dev.millrace.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// The load driver's program. Prints a table with one row for each workload, then each row as one
/// line of JSON.
///
/// `LoadDriver --endpoint http://127.0.0.1:8000 --workload put,get --connections 64 --seconds 10`
public final class LoadDriver {
    private LoadDriver() {}

    /// Runs what `arguments` say; the process ends with 1 if any answer was an error.
    public static void main(String[] arguments) {
        LoadOptions options = LoadOptions.parse(arguments);
        List<Measurement> measurements = new ArrayList<>();
        System.out.println(Measurement.HEADER);
        for (WorkloadKind workload : options.workloads()) {
            Measurement measurement = new LoadRun(options, workload, measurements.size()).measure();
            System.out.println(measurement.row());
            measurements.add(measurement);
        }
        measurements.forEach(measurement -> System.out.println(measurement.json()));
        measurements.forEach(LoadDriver::report);
        boolean failed = measurements.stream().anyMatch(measurement -> measurement.errors() > 0);
        System.exit(failed ? 1 : 0);
    }

    private static void report(Measurement measurement) {
        measurement
                .firstErrors()
                .forEach((status, body) ->
                        System.err.println(measurement.workload() + ": " + status + " " + body));
    }
}
