package dev.millrace.cli.trigger;

import dev.millrace.control.ControlClient;
import dev.millrace.control.ControlException;
import dev.millrace.control.DeadLetterReport;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/// `millrace triggers replay`: sends batches that were given up once more, one after another, and
/// tells what became of each. It succeeds if all of them do.
final class ReplayCommand implements Callable<Integer> {
    private static final String ALL = "--all";
    private static final String OK = "OK";

    private final PrintWriter out;
    private final CommandSpec spec;
    private final ControlPort port;
    private final MappingOption mapping;

    private ReplayCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.spec = CommandSpec.wrapWithoutInspection(this);
        this.port = ControlPort.addTo(spec, err);
        this.mapping = MappingOption.addTo(spec);
    }

    static CommandSpec in(PrintWriter out, PrintWriter err) {
        CommandSpec spec = new ReplayCommand(out, err).spec;
        spec.name("replay");
        spec.usageMessage()
                .description("Sends batches that were given up to their functions once more.");
        spec.addOption(
                OptionSpec.builder(ALL)
                        .type(boolean.class)
                        .arity("0")
                        .description("All that have not been replayed with success.")
                        .build());
        spec.addPositional(
                PositionalParamSpec.builder()
                        .type(String.class)
                        .arity("0..1")
                        .paramLabel("BATCH")
                        .description("One of them, by the name that 'dead-letters' shows.")
                        .build());
        return spec;
    }

    @Override
    public Integer call() {
        boolean all = spec.commandLine().getParseResult().hasMatchedOption(ALL);
        boolean one = spec.commandLine().getParseResult().hasMatchedPositional(0);
        if (all == one) {
            throw unclear("give the name of a batch or --all");
        }
        if (all) {
            return port.ask(this::replayAll);
        }
        BatchName name = name();
        return port.ask(client -> replay(name, client));
    }

    private BatchName name() {
        String given = spec.commandLine().getParseResult().matchedPositionalValue(0, "");
        return BatchName.parse(given)
                .orElseThrow(() -> unclear("'" + given + "' is not the name of a batch"));
    }

    private int replayAll(ControlClient client) {
        List<BatchName> open =
                mapping.deadLetters(client).stream()
                        .filter(letter -> !OK.equals(letter.result()))
                        .map(BatchName::of)
                        .toList();
        int exitCode = ExitCode.OK;
        for (BatchName name : open) {
            exitCode = Math.max(exitCode, replay(name, client));
        }
        out.println(open.size() + " batches replayed.");
        return exitCode;
    }

    private int replay(BatchName name, ControlClient client) {
        String result = result(name, client);
        out.println(name + "  " + result);
        return result.equals(OK) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    // One that cannot be replayed does not keep the others from being tried.
    private static String result(BatchName name, ControlClient client) {
        try {
            DeadLetterReport replayed = client.replay(name.mapping(), name.shard(), name.first());
            return String.valueOf(replayed.result());
        } catch (ControlException e) {
            if (e.status() == 0) {
                throw e;
            }
            return "REFUSED: " + e.getMessage();
        }
    }

    private ParameterException unclear(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
