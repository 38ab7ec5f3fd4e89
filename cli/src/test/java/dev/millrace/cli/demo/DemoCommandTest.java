package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cli.demo.git.TestRepository;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The whole demo over HTTP, against a server that keeps everything in memory.
class DemoCommandTest {

    private static MillraceServer server;

    @TempDir Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TestRepository repository;

    @BeforeAll
    static void startServer() {
        server = MillraceServer.start(ServerOptions.inMemory());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeRepository() {
        repository = new TestRepository(directory);
    }

    @Test
    void historyOfEveryKindIsProved() {
        String first =
                repository
                        .file("a", "1")
                        .file("empty", "")
                        .file("binary", new byte[] {0, (byte) 0xff})
                        .file("large", new byte[FileItems.CONTENT_BYTES_MAX + 1])
                        .file("nearly large", new byte[FileItems.CONTENT_BYTES_MAX])
                        .file("ä/\n\"odd\"", "text \u0001 \ud83d\ude00")
                        .entry("100644", repository.blob(new byte[] {1}), new byte[] {(byte) 0xff})
                        .entry("160000", "1234567890".repeat(4), new byte[] {'m'})
                        .commit();
        String second = repository.remove("a").file("renamed", "1").commit(first);
        String side = repository.file("side", "2").file("binary", "text now").commit(first);
        String merge = repository.remove("empty").file("large", "small now").commit(second, side);
        repository
                .file("a", "again")
                .file("side", new byte[] {(byte) 0xfe})
                .file("m", "no submodule now")
                .commit(merge);
        assertThat(demo()).isZero();
        assertThat(lines())
                .containsSubsequence(
                        "commits      4",
                        "changes      17 (puts 11, updates 4, deletes 2)",
                        "records      17 read from 4 shards")
                .last()
                .asString()
                .startsWith("verdict      the replayed stream equals the table (9 items)");
    }

    @Test
    void onlyTheNewestCommitsAreTakenOnDemand() {
        String first = repository.file("a", "1").commit();
        String second = repository.file("a", "2").file("b", "3").commit(first);
        repository.file("a", "4").commit(second);
        assertThat(demo("--commits-max", "2")).isZero();
        assertThat(lines()).contains("changes      3 (puts 2, updates 1, deletes 0)");
    }

    @Test
    void emptyHistoryIsProved() {
        repository.commit();
        assertThat(demo()).isZero();
        assertThat(lines()).contains("records      0 read from 4 shards");
    }

    @Test
    void tableIsDeletedAfterwards() {
        repository.file("a", "1").commit();
        assertThat(demo()).isZero();
        try (AwsClients clients = AwsClients.of(server.endpoint())) {
            assertThat(clients.tables().listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void repositoryWithoutACommitIsAClearError() {
        assertThat(demo()).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        "millrace: the git repository "
                                + directory
                                + " has no commit yet"
                                + System.lineSeparator());
    }

    @Test
    void endpointThatNobodyListensOnIsAClearError() {
        repository.commit();
        assertThat(run("--repository", directory.toString(), "--endpoint", "http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("millrace: the server at http://127.0.0.1:1 fails: ");
    }

    @Test
    void endpointMustBeAUrl() {
        assertThat(run("--endpoint", "localhost:8000")).isEqualTo(2);
        assertThat(err.toString()).contains("--endpoint must be a URL like http://127.0.0.1:8000");
    }

    @Test
    void oneCommitIsTheLeast() {
        assertThat(run("--commits-max", "0")).isEqualTo(2);
    }

    @Test
    void repositoryIsTheOneThatMillraceLivesInByDefault() {
        repository.commit();
        assertThat(run("--endpoint", server.endpoint().toString())).isZero();
        assertThat(lines()).first().asString().startsWith("repository   " + directory + ", HEAD ");
    }

    private int demo(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--repository",
                                directory.toString(),
                                "--endpoint",
                                server.endpoint().toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        PrintWriter errors = new PrintWriter(err, true);
        return new CommandLine(
                        DemoCommand.in(
                                new PrintWriter(out, true),
                                errors,
                                Map.of(DemoOptions.HOME_VARIABLE, directory.toString()),
                                Path.of("").toAbsolutePath()))
                .setErr(errors)
                .execute(arguments);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }
}
