package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Reading from a real server; what that shows only after hours is in {@link StreamLineageTest}.
class StreamReaderTest {

    private final Differences differences = new Differences();
    private final StreamReplay replay = new StreamReplay(differences);
    private final AtomicInteger pauses = new AtomicInteger();
    private MillraceServer server;
    private AwsClients clients;
    private DemoTable table;

    @BeforeEach
    void makeTable() {
        server = MillraceServer.start(ServerOptions.inMemory());
        clients = AwsClients.of(server.endpoint());
        table = DemoTable.create(clients.tables(), "table", pauses::incrementAndGet);
    }

    @AfterEach
    void stopServer() {
        clients.close();
        server.close();
    }

    @Test
    void allPagesOfAllShardsAreRead() {
        write(3 * ShardReader.PAGE_RECORDS_MAX);
        ReadBack readBack = read(3 * ShardReader.PAGE_RECORDS_MAX);
        assertThat(readBack.records()).isEqualTo(3 * ShardReader.PAGE_RECORDS_MAX);
        assertThat(differences.shown()).isEmpty();
    }

    @Test
    void closedShardsAreReadToTheirEnd() {
        write(100);
        clients.tables()
                .updateTable(update ->
                        update.tableName("table")
                                .streamSpecification(stream -> stream.streamEnabled(false)));
        assertThat(read(100).records()).isEqualTo(100);
    }

    @Test
    void recordsThatDoNotComeAreGivenUp() {
        write(1);
        int before = pauses.get();
        assertThat(read(2).records()).isEqualTo(1);
        assertThat(pauses.get() - before).isEqualTo(StreamReader.FRUITLESS_ROUNDS_MAX);
    }

    private ReadBack read(long recordsExpected) {
        Progress silent = new Progress(new PrintWriter(Writer.nullWriter()), false, () -> 0);
        return new StreamReader(
                        clients.streams(),
                        table.streamArn(),
                        pauses::incrementAndGet,
                        () -> 0,
                        silent)
                .readInto(replay, recordsExpected);
    }

    // Each write changes one of some items, since the commit is another each time.
    private void write(int count) {
        try (WriteLanes lanes = new WriteLanes(8, table::write, Thread.ofVirtual().factory())) {
            for (int i = 0; i < count; i++) {
                lanes.submit(change("file" + i % 50, "commit" + i));
            }
            lanes.finish();
        }
    }

    private static ItemChange change(String path, String commit) {
        return new ItemChange.Put(
                new ItemKey(path),
                Map.of(
                        ItemAttributes.PATH, AttributeValue.fromS(path),
                        ItemAttributes.COMMIT, AttributeValue.fromS(commit)));
    }
}
