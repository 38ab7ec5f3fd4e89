package dev.millrace.engine.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.SseDescription;
import dev.millrace.model.table.SseSpecification;
import dev.millrace.model.table.SseType;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// Turns the encryption that clients ask for into the one that tables show.
///
/// There is no key service here: any id, alias or ARN is taken for a key that exists. An alias gets
/// the ARN of a key whose id is made from its name, so it always stays the same key.
final class Encryption {
    private static final String ACCOUNT_KEY = "alias/aws/dynamodb";
    private static final String ALIAS = "alias/";
    private static final String KEY = "key/";

    private final ResourceNames names;

    Encryption(ResourceNames names) {
        this.names = names;
    }

    /// The encryption of a new table; null if it is to have a key that is DynamoDB's own.
    @Nullable SseDescription atCreation(@Nullable SseSpecification asked) {
        return asked != null && isEnabled(asked) ? description(asked) : null;
    }

    /// The encryption of a table that had `present`.
    @Nullable SseDescription changed(@Nullable SseDescription present, SseSpecification asked) {
        if (!isEnabled(asked)) {
            if (present == null) {
                throw ApiException.invalidParameter("Table is already encrypted by default");
            }
            return null;
        }
        SseDescription next = description(asked);
        if (asked.kmsMasterKeyId() != null && next.equals(present)) {
            throw ApiException.invalidParameter(
                    "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId"
                            + " parameter if you want to change Master Key");
        }
        return next;
    }

    private static boolean isEnabled(SseSpecification asked) {
        if (Boolean.FALSE.equals(asked.enabled())) {
            requireAbsent(asked.sseType(), "SSEType");
            requireAbsent(asked.kmsMasterKeyId(), "KMSMasterKeyId");
            return false;
        }
        return asked.enabled() != null || asked.sseType() != null || asked.kmsMasterKeyId() != null;
    }

    private static void requireAbsent(@Nullable Object value, String member) {
        if (value != null) {
            throw ApiException.invalidParameter(
                    member + " can not be specified if Enabled is false");
        }
    }

    private SseDescription description(SseSpecification asked) {
        if (asked.sseType() == SseType.AES256) {
            throw ApiException.invalidParameter("SSEType AES256 is not supported");
        }
        if (asked.sseType() == null && asked.kmsMasterKeyId() != null) {
            throw ApiException.invalidParameter(
                    "SSEType KMS is required if KMSMasterKeyId is specified");
        }
        String key = asked.kmsMasterKeyId();
        return new SseDescription(SseType.KMS, keyArn(key == null ? ACCOUNT_KEY : key));
    }

    private String keyArn(String key) {
        String name = key.startsWith("arn:") ? key.substring(key.lastIndexOf(':') + 1) : key;
        if (key.startsWith("arn:") && name.startsWith(KEY)) {
            return key;
        }
        String id =
                name.startsWith(ALIAS)
                        ? UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString()
                        : name;
        return "arn:aws:kms:" + names.region() + ":" + names.account() + ":" + KEY + id;
    }
}
