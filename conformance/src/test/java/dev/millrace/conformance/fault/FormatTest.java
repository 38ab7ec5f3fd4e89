package dev.millrace.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.conformance.client.Clients;
import dev.millrace.conformance.client.StreamReading;
import dev.millrace.engine.keyspace.FormatVersion;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.StartupException;
import dev.millrace.server.Verification;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.store.Durability;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.rocksdb.RocksDbStore;
import dev.millrace.store.tuple.TupleWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Data directories that earlier, later and other programs have left. Those of earlier format
/// versions are packed among the test's resources, with the program that filled them.
final class FormatTest {
    private static final String TABLE = "orders";
    // Before the records of the packed directories are too old to be read.
    private static final Instant SOON_AFTER = Instant.parse("2026-11-23T08:00:00Z");
    private static final int ITEMS = 7;
    private static final int RECORDS = 10;

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void dataOfAnEarlierFormatIsReadAndWrittenOn(int version) throws IOException {
        unpack(version);
        try (MillraceServer server = started();
                Clients clients = Clients.of(server.endpoint())) {
            assertThat(items(clients)).hasSize(ITEMS);
            assertThat(state(clients)).isEqualTo("paid");
            assertThat(records(clients)).isEqualTo(RECORDS);
            clients.tables()
                    .putItem(put ->
                            put.tableName(TABLE)
                                    .item(
                                            Map.of(
                                                    "customer", AttributeValue.fromS("new"),
                                                    "number", AttributeValue.fromN("9"))));
            assertThat(records(clients)).isEqualTo(RECORDS + 1);
        }
        assertThat(Verification.of(data()).lines()).last().isEqualTo(data() + " is sound");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void dataOfAnEarlierFormatIsSoundBeforeItIsOpenedForWriting(int version) throws IOException {
        unpack(version);
        assertThat(Verification.of(data()).lines()).last().isEqualTo(data() + " is sound");
    }

    @Test
    void anIndexOfTheSecondFormatStillAnswers() throws IOException {
        unpack(2);
        try (MillraceServer server = started();
                Clients clients = Clients.of(server.endpoint())) {
            assertThat(
                            clients.tables()
                                    .query(query ->
                                            query.tableName(TABLE)
                                                    .indexName("by-state")
                                                    .keyConditionExpression("#s = :s")
                                                    .expressionAttributeNames(Map.of("#s", "state"))
                                                    .expressionAttributeValues(
                                                            Map.of(
                                                                    ":s",
                                                                    AttributeValue.fromS("new"))))
                                    .items())
                    .hasSize(ITEMS - 1);
        }
    }

    @Test
    void everyFormatBeforeTheCurrentOneHasItsDirectoryHere() {
        for (long version = 1; version < FormatVersion.CURRENT; version++) {
            assertThat(FormatTest.class.getResource("/format/format-" + version + ".zip"))
                    .as("format %d", version)
                    .isNotNull();
        }
    }

    @Test
    void dataOfALaterFormatIsRefused() {
        byte[] later = new TupleWriter().uint32(FormatVersion.CURRENT + 1).toByteArray();
        try (RocksDbStore store = RocksDbStore.open(data(), Keyspace.families(), 1 << 20)) {
            store.write(
                    new WriteBatch().put(Keyspace.META, Keyspace.formatKey(), later),
                    Durability.SYNC);
        }
        assertThatThrownBy(this::started)
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("was written by a newer Millrace; use that one");
        assertThatThrownBy(() -> Verification.of(data()))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("was written by a newer Millrace");
    }

    @Test
    void aDirectoryWithOtherFilesIsRefused() throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("letter.txt"), "dear");
        assertThatThrownBy(this::started)
                .isInstanceOf(StartupException.class)
                .hasMessage(
                        "directory "
                                + data()
                                + " holds other files, such as letter.txt; choose an empty or a"
                                + " new one with --data");
        assertThat(data().resolve("CURRENT")).doesNotExist();
    }

    @Test
    void aDatabaseOfSomethingElseIsRefused() throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("CURRENT"), "MANIFEST-000001\n");
        assertThatThrownBy(this::started)
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("holds a database of something else");
    }

    @Test
    void aDirectoryThatHasLostItsBeginningIsRefusedAndKept() throws IOException {
        unpack(2);
        Files.delete(data().resolve("CURRENT"));
        List<Path> before = files();
        assertThatThrownBy(this::started)
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("is damaged: the store has no file CURRENT")
                .hasMessageContaining("millrace restore");
        assertThat(files()).containsAll(before);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(data())) {
            return files.toList();
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private MillraceServer started() {
        return MillraceServer.start(
                ServerOptions.inMemory().withPort(0).withData(data()), () -> SOON_AFTER);
    }

    private void unpack(int version) throws IOException {
        Files.createDirectories(data());
        try (InputStream packed = FormatTest.class.getResourceAsStream(resource(version));
                ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.copy(zip, data().resolve(entry.getName()));
            }
        }
    }

    private static String resource(int version) {
        return "/format/format-" + version + ".zip";
    }

    private static List<Map<String, AttributeValue>> items(Clients clients) {
        return clients
                .tables()
                .scanPaginator(scan -> scan.tableName(TABLE).consistentRead(true))
                .items()
                .stream()
                .toList();
    }

    private static String state(Clients clients) {
        return items(clients).stream()
                .filter(item -> "1".equals(value(item, "number").n()))
                .map(item -> value(item, "state").s())
                .findFirst()
                .orElseThrow();
    }

    private static AttributeValue value(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name));
    }

    private static int records(Clients clients) {
        String arn =
                clients.tables().describeTable(it -> it.tableName(TABLE)).table().latestStreamArn();
        return new StreamReading(clients.streams(), arn).records().size();
    }
}
