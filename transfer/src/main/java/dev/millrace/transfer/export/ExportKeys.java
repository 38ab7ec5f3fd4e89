package dev.millrace.transfer.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.transfer.ExportFormat;
import dev.millrace.transfer.bucket.Hashes;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.Locale;

/// The keys of an export's objects, as AWS lays them out. The data of an incremental export lie in
/// a folder that all of a prefix share.
///
/// @param prefix null for none
/// @param id of the export
record ExportKeys(@Nullable String prefix, String id, boolean isIncremental, ExportFormat format) {
    private static final String FOLDER = "AWSDynamoDB/";
    private static final int NAME_CHARS = 26;
    private static final int BASE = 32;

    String started() {
        return own() + "_started";
    }

    String summary() {
        return own() + "manifest-summary.json";
    }

    String summarySum() {
        return own() + "manifest-summary.md5";
    }

    String files() {
        return own() + "manifest-files.json";
    }

    String filesSum() {
        return own() + "manifest-files.md5";
    }

    /// The key of a data file: one that is written again after a crash has the same.
    String data(int number) {
        String hash =
                new BigInteger(1, Hashes.sha256().digest((id + ":" + number).getBytes(UTF_8)))
                        .toString(BASE)
                        .toLowerCase(Locale.ROOT);
        String name = hash.substring(0, NAME_CHARS) + ending();
        return isIncremental ? root() + "data/" + name : own() + "data/" + name;
    }

    private String ending() {
        return switch (format) {
            case DYNAMODB_JSON -> ".json.gz";
            case ION -> ".ion.gz";
        };
    }

    private String own() {
        return root() + id + "/";
    }

    private String root() {
        if (prefix == null || prefix.isEmpty()) {
            return FOLDER;
        }
        return prefix.endsWith("/") ? prefix + FOLDER : prefix + "/" + FOLDER;
    }
}
