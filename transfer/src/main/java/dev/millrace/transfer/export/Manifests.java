package dev.millrace.transfer.export;

import dev.millrace.model.request.ExportTableToPointInTimeRequest;
import dev.millrace.model.response.ExportDescription;
import dev.millrace.model.transfer.BucketTarget;
import dev.millrace.model.transfer.ExportViewType;
import dev.millrace.model.transfer.IncrementalSpecification;
import dev.millrace.transfer.bucket.Bucket;
import dev.millrace.transfer.bucket.Hashes;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;

/// What lies beside the data of an export: a list of its files and a summary, each with a file that
/// holds its MD5 in Base64 (AWS's guide, "DynamoDB table export output format").
record Manifests(ExportKeys keys, Bucket bucket) {
    private static final String FULL_VERSION = "2020-06-30";
    private static final String INCREMENTAL_VERSION = "2023-08-01";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /// Writes them, the summary last.
    void write(ExportDescription description, List<DataFile> files, Instant end) {
        put(keys.files(), keys.filesSum(), files(files));
        put(keys.summary(), keys.summarySum(), summary(description, end));
    }

    private void put(String key, String sumKey, byte[] content) {
        bucket.put(sumKey, Base64.getEncoder().encode(Hashes.md5().digest(content)));
        bucket.put(key, content);
    }

    private static byte[] files(List<DataFile> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        JsonOutput line = new JsonOutput();
        for (DataFile file : files) {
            line.document(() -> file.write(line));
            all.write(line.array(), 0, line.length());
            all.write('\n');
        }
        return all.toByteArray();
    }

    private byte[] summary(ExportDescription description, Instant end) {
        JsonOutput output = new JsonOutput();
        ExportTableToPointInTimeRequest request = description.request();
        IncrementalSpecification incremental = request.incremental();
        output.document(() -> {
            output.text("version", incremental == null ? FULL_VERSION : INCREMENTAL_VERSION);
            output.text("exportArn", description.exportArn());
            output.text("startTime", text(description.startTime()));
            output.text("endTime", text(end));
            output.text("tableArn", request.tableArn());
            output.text("tableId", description.tableId());
            if (incremental == null) {
                output.text("exportTime", text(request.exportTime()));
            } else {
                output.text("exportFromTime", text(incremental.from()));
                output.text("exportToTime", text(incremental.to()));
            }
            write(request.target(), output);
            output.text("manifestFilesS3Key", keys.files());
            output.whole("billedSizeBytes", description.billedBytes());
            output.whole("itemCount", description.itemCount());
            output.text("outputFormat", request.format().name());
            if (incremental != null) {
                ExportViewType view = incremental.viewType();
                output.text("outputView", view == null ? null : view.name());
                output.text("exportType", "INCREMENTAL_EXPORT");
            }
        });
        return output.toByteArray();
    }

    private static void write(BucketTarget target, JsonOutput output) {
        output.text("s3Bucket", target.bucket());
        output.textOrNull("s3Prefix", target.prefix());
        output.textOrNull("s3SseAlgorithm", target.sseAlgorithm());
        output.textOrNull("s3SseKmsKeyId", target.sseKmsKeyId());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : MOMENT.format(moment);
    }
}
