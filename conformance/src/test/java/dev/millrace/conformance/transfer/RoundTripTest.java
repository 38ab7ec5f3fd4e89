package dev.millrace.conformance.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.server.config.TriggerOptions;
import dev.millrace.triggers.destination.DestinationEndpoints;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ExportTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// What is exported and imported again is the table as it was.
@Timeout(120)
class RoundTripTest {
    private static final int BOOKS = 250;
    private static final Instant BEGINNING = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir private Path directory;
    private Instant now = BEGINNING;

    @Test
    void importedExportIsTheTableAsItWas() throws Exception {
        Path bucket = Files.createDirectories(directory.resolve("shelf"));
        try (MillraceServer server = server(directory, DestinationEndpoints.NONE);
                Library library = Library.at(server.endpoint())) {
            String arn = library.create("books");
            fill(library);
            Map<String, Map<String, AttributeValue>> then = library.books("books");
            now = now.plusSeconds(60);
            library.put("books", 3, new Random(7));
            library.client()
                    .deleteItem(request ->
                            request.tableName("books")
                                    .key(Map.of("id", AttributeValue.fromS("book-4"))));

            ExportDescription export =
                    library.export(
                            ExportTableToPointInTimeRequest.builder()
                                    .tableArn(arn)
                                    .s3Bucket("shelf")
                                    .s3Prefix("all")
                                    .exportTime(BEGINNING.plusSeconds(1))
                                    .build());
            assertThat(export.exportStatus()).isEqualTo(ExportStatus.COMPLETED);
            assertThat(export.itemCount()).isEqualTo(BOOKS);
            String id = Library.idOf(export.exportArn());
            requireSum(bucket, "all/AWSDynamoDB/" + id + "/manifest-summary");
            requireSum(bucket, "all/AWSDynamoDB/" + id + "/manifest-files");
            assertThat(bucket.resolve("all/AWSDynamoDB/" + id + "/_started")).isEmptyFile();
            assertThat(bucket.resolve(export.exportManifest()))
                    .content()
                    .contains("\"itemCount\":" + BOOKS)
                    .contains("\"s3SseKmsKeyId\":null")
                    .contains("\"version\":\"2020-06-30\"");

            ImportTableDescription copied =
                    library.imported(
                            library.begin("shelf", "all/AWSDynamoDB/" + id + "/data/", "copies"));
            assertThat(copied.importStatus()).isEqualTo(ImportStatus.COMPLETED);
            assertThat(copied.importedItemCount()).isEqualTo(BOOKS);
            assertThat(copied.errorCount()).isZero();
            assertThat(library.books("copies")).isEqualTo(then);
        }
    }

    @Test
    void incrementalExportTellsOnceOfEachItemThatChanged() throws Exception {
        Path bucket = Files.createDirectories(directory.resolve("shelf"));
        try (MillraceServer server = server(directory, DestinationEndpoints.NONE);
                Library library = Library.at(server.endpoint())) {
            String arn = library.create("books");
            library.put("books", 1, new Random(1));
            library.put("books", 2, new Random(2));
            now = now.plus(Duration.ofMinutes(10));
            Instant from = now;
            library.put("books", 1, new Random(3));
            library.put("books", 1, new Random(4));
            library.put("books", 3, new Random(5));
            delete(library, "book-2");
            library.put("books", 9, new Random(6));
            delete(library, "book-9");
            now = now.plus(Duration.ofMinutes(20));
            Instant to = now;
            library.put("books", 5, new Random(6));

            ExportDescription export =
                    library.export(
                            ExportTableToPointInTimeRequest.builder()
                                    .tableArn(arn)
                                    .s3Bucket("shelf")
                                    .exportType("INCREMENTAL_EXPORT")
                                    .incrementalExportSpecification(
                                            window -> window.exportFromTime(from).exportToTime(to))
                                    .build());

            assertThat(export.exportStatus()).isEqualTo(ExportStatus.COMPLETED);
            List<String> lines = lines(bucket.resolve("AWSDynamoDB/data"));
            String micros = Long.toString(from.toEpochMilli());
            assertThat(lines)
                    .hasSize(3)
                    .allMatch(line ->
                            line.startsWith(
                                    "{\"Metadata\":{\"WriteTimestampMicros\":{\"N\":\"" + micros));
            assertThat(
                            lines.stream()
                                    .filter(line ->
                                            line.contains("\"Keys\":{\"id\":{\"S\":\"book-1")))
                    .singleElement()
                    .asString()
                    .contains("\"OldImage\":{")
                    .contains("\"NewImage\":{");
            assertThat(lines.stream().filter(line -> line.contains("\"S\":\"book-2\"")))
                    .singleElement()
                    .asString()
                    .doesNotContain("NewImage");
            assertThat(lines.stream().filter(line -> line.contains("\"S\":\"book-3\"")))
                    .singleElement()
                    .asString()
                    .doesNotContain("OldImage");
            assertThat(bucket.resolve(export.exportManifest()))
                    .content()
                    .contains("\"outputView\":\"NEW_AND_OLD_IMAGES\"")
                    .contains("\"version\":\"2023-08-01\"");
        }
    }

    @Test
    void serviceThatSpeaksS3IsAsGoodAsADirectory() throws Exception {
        try (Shelves shelves = new Shelves();
                MillraceServer server =
                        server(
                                null,
                                new DestinationEndpoints(
                                        null, null, shelves.endpoint(), "local", "local"));
                Library library = Library.at(server.endpoint())) {
            String arn = library.create("books");
            fill(library);
            ExportDescription export =
                    library.export(
                            ExportTableToPointInTimeRequest.builder()
                                    .tableArn(arn)
                                    .s3Bucket("shelf")
                                    .s3Prefix("a b/ü+")
                                    .build());
            assertThat(export.exportStatus()).isEqualTo(ExportStatus.COMPLETED);
            String data = "a b/ü+/AWSDynamoDB/" + Library.idOf(export.exportArn()) + "/data/";
            byte[] file =
                    shelves.objects().entrySet().stream()
                            .filter(object -> object.getKey().startsWith(data))
                            .findFirst()
                            .orElseThrow()
                            .getValue();
            // Several objects with the same items: more than one page of a list.
            List.of("1", "2", "3", "4").forEach(name -> shelves.objects().put(data + name, file));

            ImportTableDescription copied =
                    library.imported(library.begin("shelf", data, "copies"));

            assertThat(copied.importStatus()).isEqualTo(ImportStatus.COMPLETED);
            assertThat(copied.processedItemCount()).isEqualTo(5L * BOOKS);
            assertThat(library.books("copies")).isEqualTo(library.books("books"));
            assertThat(library.imported(library.begin("attic", data, "others")).failureCode())
                    .isEqualTo("S3NoSuchBucket");
        }
    }

    private static void delete(Library library, String id) {
        library.client()
                .deleteItem(request ->
                        request.tableName("books").key(Map.of("id", AttributeValue.fromS(id))));
    }

    private static void fill(Library library) {
        Random random = new Random(1);
        for (int i = 0; i < BOOKS; i++) {
            library.put("books", i, random);
        }
    }

    private static void requireSum(Path bucket, String name) throws Exception {
        byte[] content = Files.readAllBytes(bucket.resolve(name + ".json"));
        assertThat(bucket.resolve(name + ".md5"))
                .hasContent(
                        Base64.getEncoder()
                                .encodeToString(MessageDigest.getInstance("MD5").digest(content)));
    }

    private static List<String> lines(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path only = files.toList().getFirst();
            try (GZIPInputStream content = new GZIPInputStream(Files.newInputStream(only))) {
                return new String(content.readAllBytes(), UTF_8).lines().toList();
            }
        }
    }

    private MillraceServer server(@Nullable Path buckets, DestinationEndpoints endpoints) {
        InstantSource clock = () -> now;
        TriggerOptions defaults = TriggerOptions.NONE;
        return MillraceServer.start(
                ServerOptions.inMemory()
                        .withTriggers(
                                new TriggerOptions(
                                        defaults.functions(), endpoints, defaults.runs(), buckets)),
                clock);
    }
}
