package dev.millrace.cli.trigger;

import dev.millrace.control.ControlClient;
import dev.millrace.control.TriggerReport;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// `millrace triggers list`: a few lines for each event source mapping.
final class ListCommand implements Callable<Integer> {
    private final PrintWriter out;
    private final CommandSpec spec;
    private final ControlPort port;

    private ListCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.spec = CommandSpec.wrapWithoutInspection(this);
        this.port = ControlPort.addTo(spec, err);
    }

    static CommandSpec in(PrintWriter out, PrintWriter err) {
        CommandSpec spec = new ListCommand(out, err).spec;
        spec.name("list");
        spec.usageMessage().description("Lists the event source mappings and how they are.");
        return spec;
    }

    @Override
    public Integer call() {
        return port.ask(this::list);
    }

    private int list(ControlClient client) {
        List<TriggerReport> triggers = client.triggers();
        triggers.forEach(this::show);
        if (triggers.isEmpty()) {
            out.println("There are no event source mappings.");
        }
        return ExitCode.OK;
    }

    private void show(TriggerReport trigger) {
        out.println(trigger.mapping() + "  " + trigger.function() + "  " + trigger.state());
        out.println("  stream       " + trigger.stream());
        out.println("  last result  " + trigger.lastResult());
        out.printf(
                Locale.ROOT,
                "  behind       %d records, %s%n",
                trigger.figure("lagRecords"),
                seconds(trigger.figure("lagMillis")));
        out.printf(
                Locale.ROOT,
                "  calls        %d, of which %d failed, %d were not reached, %d were retries%n",
                trigger.figure("invocations"),
                trigger.figure("errors"),
                trigger.figure("notReached"),
                trigger.figure("retries"));
        out.printf(
                Locale.ROOT,
                "  records      %d done, %d given up; %d batches to replay%n",
                trigger.figure("records"),
                trigger.figure("discardedRecords"),
                trigger.figure("deadLetters"));
        if (trigger.figure("faults") > 0) {
            out.printf(
                    Locale.ROOT,
                    "  faults       %d of the server, %d shards rest%n",
                    trigger.figure("faults"),
                    trigger.figure("restingShards"));
        }
    }

    private static String seconds(long millis) {
        Duration age = Duration.ofMillis(millis);
        return String.format(Locale.ROOT, "%d.%03d s", age.toSeconds(), age.toMillisPart());
    }
}
