package dev.millrace.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.report.ChartReport;
import dev.millrace.bench.report.JsonReport;
import dev.millrace.bench.result.Machine;
import dev.millrace.bench.result.Report;
import dev.millrace.cli.FurtherCommand;
import dev.millrace.cli.Surroundings;
import dev.millrace.cli.Version;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/// `millrace bench`: measures a server or two.
final class BenchCommand implements Callable<Integer> {
    private static final int EXIT_BY_SIGNAL = 130;
    private static final int MARK_CHARS = 8;

    private final Surroundings surroundings;
    private final CommandSpec spec;
    private final BenchOptions options;

    private BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.spec = CommandSpec.wrapWithoutInspection(this);
        this.options = BenchOptions.addTo(spec, surroundings.environment());
    }

    /// Where the command line finds it.
    public static final class Provider implements FurtherCommand {

        @Override
        public CommandSpec in(Surroundings surroundings) {
            CommandSpec spec = new BenchCommand(surroundings).spec;
            spec.name("bench");
            spec.usageMessage()
                    .description(
                            "Measures a server that speaks DynamoDB's API: how many requests it"
                                    + " answers, how long they take, how fast and how soon streams"
                                    + " are read. Makes tables of its own and deletes them; sends"
                                    + " requests only to the endpoints given.")
                    .sortOptions(false)
                    .abbreviateSynopsis(true);
            return spec;
        }
    }

    /// Measures. Answers 0 if every answer was good, 1 if one was an error or nothing could be
    /// measured.
    @Override
    public Integer call() throws IOException {
        PlanReader reader =
                new PlanReader(
                        options, surroundings.environment(), surroundings.workingDirectory());
        Plan plan = reader.read();
        Contender.Access access =
                new Contender.Access(reader.region(), reader.credentials(), plan.directory());
        Cleanup cleanup = Cleanup.alsoAtExit(Runtime.getRuntime());
        try (cleanup) {
            return run(plan, access, cleanup);
        } catch (BenchException e) {
            return cleanup.isProcessEnding() ? EXIT_BY_SIGNAL : failed(e);
        } catch (RuntimeException e) {
            if (cleanup.isProcessEnding()) {
                return EXIT_BY_SIGNAL;
            }
            throw e;
        }
    }

    private int run(Plan plan, Contender.Access access, Cleanup cleanup) throws IOException {
        Recorder recorder = new Recorder(surroundings.out(), surroundings.err());
        Report.Setting setting = setting(plan);
        recorder.header(setting);
        String mark = UUID.randomUUID().toString().substring(0, MARK_CHARS);
        new Session(plan, access, new TableNames(mark), recorder, cleanup).run();
        write(plan, recorder.report(setting));
        return recorder.hasErrors() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private Report.Setting setting(Plan plan) throws IOException {
        Map<String, String> servers = new LinkedHashMap<>();
        plan.sides().forEach(side -> servers.put(side.letter(), side.description()));
        return new Report.Setting(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.here(),
                version(),
                servers,
                options.given());
    }

    private String version() throws IOException {
        String version = new Version().getVersion()[0].replaceAll(" \\(.*", "");
        String home = surroundings.environment().getOrDefault(PlanReader.HOME_VARIABLE, "");
        return home.isEmpty()
                ? version
                : CheckedOut.commit(Path.of(home))
                        .map(commit -> version + ", commit " + commit)
                        .orElse(version);
    }

    private void write(Plan plan, Report report) throws IOException {
        if (plan.json().isPresent()) {
            Files.writeString(plan.json().get(), JsonReport.of(report), UTF_8);
        }
        if (plan.chart().isPresent()) {
            Files.writeString(plan.chart().get(), ChartReport.of(report), UTF_8);
        }
    }

    private int failed(BenchException e) {
        surroundings.err().println("millrace: " + e.getMessage());
        return ExitCode.SOFTWARE;
    }
}
