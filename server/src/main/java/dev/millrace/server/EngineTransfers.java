package dev.millrace.server;

import dev.millrace.engine.Engine;
import dev.millrace.engine.TransferOperations;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.transfer.Surroundings;
import dev.millrace.transfer.Transfers;
import dev.millrace.transfer.bucket.Buckets;
import dev.millrace.transfer.bucket.DirectoryBuckets;
import dev.millrace.transfer.bucket.NoBuckets;
import dev.millrace.transfer.bucket.Pause;
import dev.millrace.transfer.bucket.S3Buckets;
import dev.millrace.transfer.bulk.BulkEngine;
import dev.millrace.transfer.export.ExportEngine;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.transfer.job.JobNames;
import dev.millrace.transfer.load.ImportEngine;
import dev.millrace.triggers.destination.DestinationEndpoints;
import dev.millrace.wire.RequestSigner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;

/// The exports and imports of an engine, with the buckets that the options name, and its Kinesis
/// destinations.
final class EngineTransfers implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(Transfers.class.getName());

    private static final Pause PAUSE = Thread::sleep;

    private final Transfers transfers;
    private final Path staging;

    private EngineTransfers(Transfers transfers, Path staging) {
        this.transfers = transfers;
        this.staging = staging;
    }

    /// Goes on with the exports and imports that the engine keeps.
    static EngineTransfers open(Engine engine, ServerOptions options, InstantSource clock) {
        Path staging = staging(options);
        TransferOperations operations = engine.backups().transfers();
        var read = engine.inside().readDocuments();
        var write = engine.inside().writeDocuments();
        return new EngineTransfers(
                Transfers.open(
                        new Surroundings(
                                new ImportEngine(
                                        operations.beginImport(),
                                        operations.importItems(),
                                        operations.endImport(),
                                        Surroundings.ofImports(read, write)),
                                new BulkEngine(
                                        engine.inside().bulkTarget(),
                                        engine.inside().putBulk(),
                                        new JobDocuments(read, write, "bulk-operation"),
                                        new JobDocuments(read, write, "bulk-cancellation"),
                                        new JobDocuments(read, write, "bulk-report")),
                                new ExportEngine(
                                        operations.beginExport(),
                                        operations.readPast(),
                                        operations.endExport(),
                                        Surroundings.ofExports(read, write)),
                                buckets(options),
                                new JobNames(
                                        options.region(),
                                        options.account(),
                                        () -> UUID.randomUUID().toString()),
                                clock,
                                PAUSE,
                                staging,
                                Thread.ofVirtual().name("transfer-", 0).factory(),
                                line -> LOGGER.log(Level.WARNING, line),
                                (what, cause) -> LOGGER.log(Level.ERROR, what, cause)),
                        EngineDeliveries.open(engine, options, clock)),
                staging);
    }

    /// The operations.
    Transfers operations() {
        return transfers;
    }

    @Override
    public void close() {
        try {
            transfers.close();
        } finally {
            removeStaging();
        }
    }

    private static Buckets buckets(ServerOptions options) {
        Path directory = options.triggers().s3Directory();
        if (directory != null) {
            return new DirectoryBuckets(directory);
        }
        DestinationEndpoints endpoints = options.triggers().destinations();
        URI endpoint = endpoints.s3();
        return endpoint == null
                ? new NoBuckets()
                : new S3Buckets(
                        endpoint,
                        new RequestSigner(options.region(), endpoints.keyId(), endpoints.secret()),
                        new LazyHttpClient(),
                        // The service has a clock of its own, wherever that of the tables stands.
                        Clock.systemUTC(),
                        PAUSE,
                        S3Buckets.PATIENCE);
    }

    // A file that is being written is worth nothing to the next process. On the disk of the data a
    // large one has room, and what a killed server leaves is found again.
    private static Path staging(ServerOptions options) {
        Path data = options.data();
        try {
            if (data == null) {
                return Files.createTempDirectory("millrace-transfers");
            }
            Path directory = Files.createDirectories(data.resolve("transfers"));
            removeFiles(directory);
            return directory;
        } catch (IOException | UncheckedIOException e) {
            throw new StartupException("the directory of exports cannot be made", e);
        }
    }

    private void removeStaging() {
        try {
            removeFiles(staging);
            Files.delete(staging);
        } catch (IOException | UncheckedIOException e) {
            LOGGER.log(Level.ERROR, "files of exports were left behind", e);
        }
    }

    private static void removeFiles(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
