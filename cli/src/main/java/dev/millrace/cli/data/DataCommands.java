package dev.millrace.cli.data;

import dev.millrace.server.Verification;
import dev.millrace.server.backup.Backup;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;

/// `millrace verify`, `millrace backup` and `millrace restore`.
///
/// @param out where answers go
/// @param workingDirectory what relative paths are relative to
public record DataCommands(PrintWriter out, Path workingDirectory) {
    /// What a command answers that found something wrong.
    static final int FAILURE = 1;

    private static final int SUCCESS = 0;
    private static final String CONTROL = "--control";
    private static final String DEFAULT_CONTROL = "http://127.0.0.1:8010";

    /// The commands, each with its name.
    public List<CommandSpec> specs() {
        return List.of(verify(), backup(), restore());
    }

    private CommandSpec verify() {
        CommandSpec spec = command("verify", this::verify);
        spec.usageMessage()
                .description(
                        "Checks a data directory that no server uses: checksums, and every row"
                                + " against all others.",
                        "Ends with 0 if it is sound and with 1 if it is not.");
        spec.addPositional(directory("DIR", 0, "The data directory."));
        return spec;
    }

    private CommandSpec backup() {
        CommandSpec spec = command("backup", this::backup);
        spec.usageMessage()
                .description(
                        "Has a running server copy its data, as it is at one moment, into a new"
                                + " directory of its machine. The server needs a control port.");
        spec.addPositional(directory("DIR", 0, "The directory, which must not exist yet."));
        spec.addOption(
                OptionSpec.builder(CONTROL)
                        .type(String.class)
                        .paramLabel("URL")
                        .defaultValue(DEFAULT_CONTROL)
                        .description("The server's control port. Default: " + DEFAULT_CONTROL)
                        .build());
        return spec;
    }

    private CommandSpec restore() {
        CommandSpec spec = command("restore", this::restore);
        spec.usageMessage()
                .description(
                        "Puts a backup back into a new or empty directory, and compares every"
                                + " file with what was backed up.");
        spec.addPositional(directory("BACKUP", 0, "The directory of the backup."));
        spec.addPositional(directory("DIR", 1, "The new data directory."));
        return spec;
    }

    private int verify(ParseResult parsed) {
        Verification verification = Verification.of(path(parsed, 0));
        verification.lines().forEach(out::println);
        return verification.isSound() ? SUCCESS : FAILURE;
    }

    private int backup(ParseResult parsed) {
        URI control = URI.create(parsed.matchedOptionValue(CONTROL, DEFAULT_CONTROL));
        out.println(new BackupCall(control).make(path(parsed, 0)));
        return SUCCESS;
    }

    private int restore(ParseResult parsed) {
        Backup restored = Backup.restore(path(parsed, 0), path(parsed, 1));
        out.println(
                "Restored "
                        + restored.files()
                        + " files, "
                        + restored.bytes()
                        + " bytes. Start with: millrace serve --data "
                        + restored.directory());
        return SUCCESS;
    }

    private Path path(ParseResult parsed, int place) {
        String given = parsed.matchedPositional(place).getValue();
        return workingDirectory.resolve(given).normalize();
    }

    private static CommandSpec command(String name, ToIntFunction<ParseResult> action) {
        CommandSpec[] own = new CommandSpec[1];
        Callable<Integer> call = () -> action.applyAsInt(own[0].commandLine().getParseResult());
        own[0] = CommandSpec.wrapWithoutInspection(call);
        own[0].name(name);
        own[0].addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .type(boolean.class)
                        .description("Shows this help.")
                        .build());
        return own[0];
    }

    private static PositionalParamSpec directory(String label, int place, String description) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(place))
                .paramLabel(label)
                .type(String.class)
                .arity("1")
                .required(true)
                .description(description)
                .build();
    }
}
