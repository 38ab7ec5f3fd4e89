package dev.millrace.wire;

import dev.millrace.model.table.SseDescription;

import org.jspecify.annotations.Nullable;

/// Writes the encryption of a table, which tables and backups both show.
public final class EncryptionJson {
    private EncryptionJson() {}

    /// Writes the member `SSEDescription`, or leaves it out for null.
    public static void write(@Nullable SseDescription encryption, JsonOutput output) {
        if (encryption != null) {
            output.startObject("SSEDescription");
            output.text("Status", "ENABLED");
            output.text("SSEType", encryption.sseType().name());
            output.text("KMSMasterKeyArn", encryption.kmsMasterKeyArn());
            output.endObject();
        }
    }
}
