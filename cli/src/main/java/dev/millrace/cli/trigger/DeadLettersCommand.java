package dev.millrace.cli.trigger;

import dev.millrace.control.ControlClient;
import dev.millrace.control.DeadLetterReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/// `millrace triggers dead-letters`: a few lines for each batch that was given up.
final class DeadLettersCommand implements Callable<Integer> {
    private final PrintWriter out;
    private final CommandSpec spec;
    private final ControlPort port;
    private final MappingOption mapping;

    private DeadLettersCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.spec = CommandSpec.wrapWithoutInspection(this);
        this.port = ControlPort.addTo(spec, err);
        this.mapping = MappingOption.addTo(spec);
    }

    static CommandSpec in(PrintWriter out, PrintWriter err) {
        CommandSpec spec = new DeadLettersCommand(out, err).spec;
        spec.name("dead-letters");
        spec.usageMessage().description("Lists the batches that were given up, the oldest first.");
        return spec;
    }

    @Override
    public Integer call() {
        return port.ask(this::list);
    }

    private int list(ControlClient client) {
        List<DeadLetterReport> letters = mapping.deadLetters(client);
        letters.forEach(this::show);
        if (letters.isEmpty()) {
            out.println("Nothing was given up.");
        }
        return ExitCode.OK;
    }

    private void show(DeadLetterReport letter) {
        out.println(BatchName.of(letter));
        out.println(
                "  given up     "
                        + letter.givenUp()
                        + ", "
                        + letter.condition()
                        + " after "
                        + letter.invocations()
                        + " failed calls");
        out.println("  records      " + letter.records() + ", to " + letter.last());
        show("  error        ", letter.error());
        String destination = letter.destination();
        if (destination != null) {
            out.println(
                    "  reported to  "
                            + destination
                            + (letter.delivered() ? "" : ", which did not take it"));
        }
        show("  replayed     ", letter.result());
    }

    private void show(String what, @Nullable String text) {
        if (text != null) {
            out.println(what + text);
        }
    }
}
