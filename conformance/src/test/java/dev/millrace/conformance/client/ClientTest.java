package dev.millrace.conformance.client;

import dev.millrace.server.MillraceServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

import java.nio.file.Path;

/// A test of a server through the SDK. Each test has a server of its own, once for each storage.
@ParameterizedClass
@EnumSource(Storage.class)
abstract class ClientTest {
    private final Storage storage;
    private MillraceServer server;
    private Clients clients;
    private int tableCount;

    ClientTest(Storage storage) {
        this.storage = storage;
    }

    @BeforeEach
    void start(@TempDir Path directory) {
        server = MillraceServer.start(storage.options(directory));
        clients = Clients.of(server.endpoint());
    }

    @AfterEach
    void stop() {
        clients.close();
        server.close();
    }

    final DynamoDbClient tables() {
        return clients.tables();
    }

    final DynamoDbStreamsClient streams() {
        return clients.streams();
    }

    /// A name that no table of this server has.
    final String newName() {
        return "Table-" + tableCount++;
    }

    /// The name of a new table with a partition key.
    final String newTable() {
        return TableForms.create(tables(), TableForms.simple(newName()));
    }

    /// The name of a new table with a partition key and a sort key.
    final String newTableWithSortKey() {
        return TableForms.create(tables(), TableForms.sorted(newName()));
    }

    /// The name of a new table with a partition key and a stream.
    final String newTableWithStream(StreamViewType viewType) {
        return TableForms.create(
                tables(), TableForms.streaming(TableForms.simple(newName()), viewType));
    }

    /// The records of the table's latest stream.
    final StreamReading latestStream(String tableName) {
        String streamArn =
                tables().describeTable(request -> request.tableName(tableName))
                        .table()
                        .latestStreamArn();
        return new StreamReading(streams(), streamArn);
    }
}
