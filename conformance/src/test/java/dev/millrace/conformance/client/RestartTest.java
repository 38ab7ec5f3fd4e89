package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.server.MillraceServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a server on disk still knows after it was stopped and started again.
final class RestartTest {
    private static final String TABLE = "Kept";
    private static final Map<String, AttributeValue> ITEM =
            Items.with(Items.key("a"), "color", Items.s("red"));

    @TempDir private Path directory;
    private MillraceServer server;
    private Clients clients;

    @BeforeEach
    void start() {
        server = MillraceServer.start(Storage.DISK.options(directory));
        clients = Clients.of(server.endpoint());
        if (clients.tables().listTables().tableNames().isEmpty()) {
            TableForms.create(
                    clients.tables(),
                    TableForms.streaming(
                            TableForms.simple(TABLE), StreamViewType.NEW_AND_OLD_IMAGES));
            put("a");
        }
    }

    @AfterEach
    void stop() {
        clients.close();
        server.close();
    }

    @Test
    void itemsAreKept() {
        restart();

        assertThat(
                        clients.tables()
                                .getItem(request -> request.tableName(TABLE).key(Items.key("a")))
                                .item())
                .isEqualTo(ITEM);
    }

    @Test
    void recordsAreKept() {
        List<Record> before = stream().records();

        restart();

        assertThat(stream().records()).isEqualTo(before);
    }

    @Test
    void streamGoesOnWhereItWas() {
        restart();

        clients.tables().deleteItem(request -> request.tableName(TABLE).key(Items.key("a")));

        assertThat(stream().eventNames())
                .containsExactly(OperationType.INSERT, OperationType.REMOVE);
    }

    @Test
    void iteratorIsKept() {
        String iterator = iteratorOfShardWithRecords();
        List<Record> before = read(iterator).records();

        restart();

        assertThat(read(iterator).records()).hasSize(1).isEqualTo(before);
    }

    @Test
    void nextIteratorReadsWhatCameAfterTheRestart() {
        String next = read(iteratorOfShardWithRecords()).nextShardIterator();

        restart();
        clients.tables().deleteItem(request -> request.tableName(TABLE).key(Items.key("a")));

        assertThat(read(next).records())
                .extracting(Record::eventName)
                .containsExactly(OperationType.REMOVE);
    }

    private void restart() {
        stop();
        start();
    }

    private void put(String partitionKey) {
        clients.tables()
                .putItem(request ->
                        request.tableName(TABLE)
                                .item(
                                        Items.with(
                                                Items.key(partitionKey), "color", Items.s("red"))));
    }

    private String iteratorOfShardWithRecords() {
        Shard shard =
                stream().shards().stream()
                        .filter(candidate -> !stream().records(candidate).isEmpty())
                        .findFirst()
                        .orElseThrow();
        return stream().iterator(shard, ShardIteratorType.TRIM_HORIZON, null);
    }

    private GetRecordsResponse read(String iterator) {
        return clients.streams().getRecords(request -> request.shardIterator(iterator));
    }

    private StreamReading stream() {
        String streamArn =
                clients.tables()
                        .describeTable(request -> request.tableName(TABLE))
                        .table()
                        .latestStreamArn();
        return new StreamReading(clients.streams(), streamArn);
    }
}
