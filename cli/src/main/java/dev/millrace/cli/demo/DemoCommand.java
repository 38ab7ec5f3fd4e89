package dev.millrace.cli.demo;

import dev.millrace.cli.demo.git.GitException;
import dev.millrace.cli.demo.git.GitRepository;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

import software.amazon.awssdk.core.exception.SdkException;

import java.io.Console;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/// `millrace demo`: the stream proved with the history of a git repository.
public final class DemoCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int EXIT_BY_SIGNAL = 130;

    private final PrintWriter out;
    private final PrintWriter err;
    private final CommandSpec spec;
    private final DemoOptions options;

    private DemoCommand(
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            Path workingDirectory) {
        this.out = out;
        this.err = err;
        this.spec = CommandSpec.wrapWithoutInspection(this);
        this.options = DemoOptions.addTo(spec, environment, workingDirectory);
    }

    /// The command with its options.
    ///
    /// @param out where progress and report go
    /// @param err where complaints go
    /// @param environment the environment variables
    /// @param workingDirectory what relative directories are relative to
    public static CommandSpec in(
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            Path workingDirectory) {
        CommandSpec spec = new DemoCommand(out, err, environment, workingDirectory).spec;
        spec.name("demo");
        spec.usageMessage().sortOptions(false);
        spec.usageMessage()
                .description(
                        "Proves the stream with real input: writes the history of a git repository"
                            + " into a table, reads the table's stream back, and compares what the"
                            + " stream tells with the table and with the files at HEAD.");
        return spec;
    }

    /// Runs the demo. Answers 0 if the stream is proved, 1 if it is not or the demo could not be
    /// carried out.
    @Override
    public Integer call() {
        Closing closing = Closing.alsoAtExit(Runtime.getRuntime());
        try (closing) {
            return run(closing);
        } catch (GitException | DemoException e) {
            return closing.isProcessEnding() ? EXIT_BY_SIGNAL : failed(e);
        }
    }

    private int run(Closing closing) {
        int commitsMax = options.commitsMax();
        URI given = options.endpoint().orElse(null);
        GitRepository repository = GitRepository.open(options.repository());
        URI endpoint = given == null ? server(closing).endpoint() : given;
        AwsClients clients = closing.add(AwsClients.of(endpoint));
        DemoReport report = tryOn(endpoint, repository, commitsMax, clients, closing);
        report.lines().forEach(out::println);
        return report.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private DemoReport tryOn(
            URI endpoint,
            GitRepository repository,
            int commitsMax,
            AwsClients clients,
            Closing closing) {
        try {
            return run(repository, commitsMax, endpoint, clients, closing);
        } catch (SdkException e) {
            throw new DemoException("the server at " + endpoint + " fails: " + e.getMessage(), e);
        }
    }

    private DemoReport run(
            GitRepository repository,
            int commitsMax,
            URI endpoint,
            AwsClients clients,
            Closing closing) {
        LongSupplier nanoTime = System::nanoTime;
        Pause pause = Pause.of(PAUSE);
        Progress progress = new Progress(out, isTerminal(), nanoTime);
        DemoTable table =
                closing.add(
                        DemoTable.create(
                                clients.tables(), "millrace-demo-" + UUID.randomUUID(), pause));
        out.println("repository   " + repository.directory() + ", HEAD " + repository.head());
        out.println("server       " + endpoint);
        Demo demo = new Demo(clients, Thread.ofVirtual().factory(), pause, nanoTime, progress);
        try {
            return demo.run(repository, commitsMax, table);
        } finally {
            progress.end();
        }
    }

    private static MillraceServer server(Closing closing) {
        TemporaryDirectory directory = closing.add(TemporaryDirectory.make());
        return closing.add(
                MillraceServer.start(ServerOptions.inMemory().withData(directory.path())));
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private int failed(RuntimeException e) {
        err.println("millrace: " + e.getMessage());
        return ExitCode.SOFTWARE;
    }
}
