package dev.millrace.transfer;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.ReadDocumentsResponse;
import dev.millrace.model.response.WriteDocumentsResponse;
import dev.millrace.transfer.bucket.Buckets;
import dev.millrace.transfer.bucket.Pause;
import dev.millrace.transfer.bulk.BulkEngine;
import dev.millrace.transfer.export.ExportEngine;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.transfer.job.JobNames;
import dev.millrace.transfer.load.ImportEngine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What exports and imports work with.
///
/// @param pause before an object that broke off is read again, and to hold a rate
/// @param staging the directory in which files are kept until they are objects
/// @param importErrors is told of each record that cannot be imported
/// @param failures is told what went wrong by a fault of ours
public record Surroundings(
        ImportEngine imports,
        BulkEngine bulk,
        ExportEngine exports,
        Buckets buckets,
        JobNames names,
        InstantSource clock,
        Pause pause,
        Path staging,
        ThreadFactory threads,
        Consumer<String> importErrors,
        BiConsumer<String, Throwable> failures) {
    /// The documents of imports.
    public static JobDocuments ofImports(
            Operation<ReadDocumentsRequest, ReadDocumentsResponse> read,
            Operation<WriteDocumentsRequest, WriteDocumentsResponse> write) {
        return new JobDocuments(read, write, "import");
    }

    /// The documents of exports.
    public static JobDocuments ofExports(
            Operation<ReadDocumentsRequest, ReadDocumentsResponse> read,
            Operation<WriteDocumentsRequest, WriteDocumentsResponse> write) {
        return new JobDocuments(read, write, "export");
    }
}
