package dev.millrace.conformance.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.crash.ServerProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Exports and imports of a server that is killed again and again while they go on.
@Timeout(300)
class TransferCrashTest {
    private static final int BOOKS = 1_500;
    private static final int BATCH = 25;
    private static final int COVER_BYTES = 12_000;
    private static final int KILLS = 3;
    private static final long KILL_NANOS_MAX = 400_000_000;

    @TempDir private Path directory;
    private final Random random = new Random(20_261_123);

    @Test
    void exportAndImportGoOnAfterKillsAndLoseAndRepeatNothing() throws Exception {
        Files.createDirectories(directory.resolve("buckets/shelf"));
        Started first = start();
        String table = first.library().create("books");
        fill(first.library());
        Map<String, Map<String, AttributeValue>> then = first.library().books("books");
        String arn =
                first.library()
                        .client()
                        .exportTableToPointInTime(
                                request -> request.tableArn(table).s3Bucket("shelf"))
                        .exportDescription()
                        .exportArn();
        Started exported = changedAndKilled(first);
        ExportDescription export = exported.library().ended(arn);
        assertThat(export.exportStatus()).isEqualTo(ExportStatus.COMPLETED);
        assertThat(export.itemCount()).isEqualTo(BOOKS);
        assertThat(exported.library().books("books")).isNotEqualTo(then);

        String prefix = "AWSDynamoDB/" + Library.idOf(arn) + "/data/";
        String copies = exported.library().begin("shelf", prefix, "copies");
        Started last = killedWhileImporting(exported, copies);
        ImportTableDescription copied = last.library().imported(copies);
        assertThat(copied.importStatus()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(copied.importedItemCount()).isEqualTo(BOOKS);
        assertThat(copied.processedItemCount()).isEqualTo(BOOKS);
        assertThat(copied.errorCount()).isZero();
        assertThat(last.library().books("copies")).isEqualTo(then);
        last.kill();
    }

    // The table changes while it is exported; the export is of before.
    private Started changedAndKilled(Started begun) throws IOException {
        Started now = begun;
        for (int kill = 0; kill < KILLS; kill++) {
            for (int i = 0; i < BATCH; i++) {
                now.library().put("books", random.nextInt(BOOKS), random);
            }
            now.kill();
            now = start();
            LockSupport.parkNanos(random.nextLong(KILL_NANOS_MAX));
        }
        return now;
    }

    private Started killedWhileImporting(Started begun, String arn) throws IOException {
        Started now = begun;
        for (int kill = 0; kill < KILLS; kill++) {
            Library library = now.library();
            long before = library.describedImport(arn).processedItemCount();
            Library.await(() -> {
                ImportTableDescription is = library.describedImport(arn);
                return is.processedItemCount() > before
                        || is.importStatus() != ImportStatus.IN_PROGRESS;
            });
            now.kill();
            now = start();
        }
        return now;
    }

    private void fill(Library library) {
        for (int from = 0; from < BOOKS; from += BATCH) {
            List<WriteRequest> batch =
                    IntStream.range(from, from + BATCH).mapToObj(this::write).toList();
            library.client()
                    .batchWriteItem(request -> request.requestItems(Map.of("books", batch)));
        }
    }

    private WriteRequest write(int number) {
        byte[] cover = new byte[COVER_BYTES];
        random.nextBytes(cover);
        return WriteRequest.builder()
                .putRequest(
                        PutRequest.builder()
                                .item(
                                        Map.of(
                                                "id",
                                                AttributeValue.fromS("book-" + number),
                                                "cover",
                                                AttributeValue.fromB(
                                                        SdkBytes.fromByteArray(cover))))
                                .build())
                .build();
    }

    private record Started(ServerProcess server, Library library) {
        void kill() {
            library.close();
            server.kill();
        }
    }

    private Started start() throws IOException {
        ServerProcess server =
                ServerProcess.start(
                        directory.resolve("data"),
                        "sync",
                        Map.of("MILLRACE_S3_DIRECTORY", directory.resolve("buckets").toString()));
        return new Started(server, Library.at(server.endpoint()));
    }
}
