package dev.millrace.engine.catalog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The ARNs of this server's tables and streams.
///
/// @param account twelve digits
public record ResourceNames(String region, String account) {
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    /// The ARN of a table.
    public String tableArn(String tableName) {
        return "arn:aws:dynamodb:" + region + ":" + account + ":table/" + tableName;
    }

    /// The ARN of a secondary index.
    public String indexArn(String tableName, String indexName) {
        return tableArn(tableName) + "/index/" + indexName;
    }

    /// The ARN of a backup.
    public String backupArn(Backup backup) {
        return tableArn(backup.key());
    }

    /// The ARN of a stream.
    public String streamArn(String tableName, String label) {
        return tableArn(tableName) + "/stream/" + label;
    }

    /// The label of a stream enabled at this moment.
    public static String streamLabel(Instant moment) {
        return LABEL.format(moment);
    }
}
