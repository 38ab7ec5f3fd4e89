package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Backup;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what the ARN of a backup names. As on AWS the region in it is not looked at (observed in
/// October 2026).
final class BackupArns {
    private static final Pattern FORM =
            Pattern.compile(
                    "arn:([^:]*):([^:]*):([^:]*):([^:]*):table/([a-zA-Z0-9_.-]+)/backup/([^/:]+)");
    private static final int PARTITION = 1;
    private static final int SERVICE = 2;
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int TABLE = 5;
    private static final int SUFFIX = 6;

    private final ResourceNames names;

    BackupArns(ResourceNames names) {
        this.names = names;
    }

    /// The [Backup#key] in an ARN.
    ///
    /// @throws ApiException if it is no ARN of a backup, or of another account
    String keyOf(String arn) {
        Matcher parts = FORM.matcher(arn);
        if (!parts.matches()) {
            throw ApiException.validation("Invalid Backup ARN");
        }
        if (!parts.group(PARTITION).equals("aws") || !parts.group(SERVICE).equals("dynamodb")) {
            throw ApiException.validation("Invalid Request: BackupArn is not valid");
        }
        if (!parts.group(ACCOUNT).equals(names.account())) {
            throw new ApiException(ApiError.ACCESS_DENIED, "Access is denied");
        }
        return Backup.key(parts.group(TABLE), parts.group(SUFFIX));
    }

    /// The [Backup#key] behind which a list goes on.
    ///
    /// @throws ApiException as above, or if it is of another region
    String startOf(String arn) {
        String key = keyOf(arn);
        Matcher parts = FORM.matcher(arn);
        if (parts.matches() && !parts.group(REGION).equals(names.region())) {
            throw ApiException.validation(
                    "Invalid Request: The supplied ExclusiveStartBackupArn does not match the"
                            + " region");
        }
        return key;
    }
}
