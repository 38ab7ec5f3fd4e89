package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.RestoreTableToPointInTimeRequest;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks what RestoreTableToPointInTime asks for before it is looked at how the table was, and
/// finds the table (texts as observed on AWS in October 2026).
final class RestoreRequests {
    private static final Pattern TABLE_ARN =
            Pattern.compile("arn:aws[^:]*:dynamodb:([^:]+):([^:]+):table/([a-zA-Z0-9_.-]+)");
    private static final int REGION = 1;
    private static final int ACCOUNT = 2;
    private static final int TABLE = 3;

    private final ResourceNames names;

    RestoreRequests(ResourceNames names) {
        this.names = names;
    }

    /// Refuses a request that names no moment, or two, or no table, or two.
    static void requireForm(RestoreTableToPointInTimeRequest request) {
        if (request.useLatestRestorableTime() && request.restoreDateTime() != null) {
            throw refused(
                    "Both RestoreDateTime and UseLatestRestorableTime cannot be set for"
                            + " point-in-time restore request. Please specify either"
                            + " RestoreDateTime or UseLatestRestorableTime");
        }
        if (!request.useLatestRestorableTime() && request.restoreDateTime() == null) {
            throw refused(
                    "Either one of RestoreDateTime or UseLatestRestorableTime must be specified,"
                            + " but not both");
        }
        if (request.sourceTableArn() != null && request.sourceTableName() != null) {
            throw refused("Must provide exactly one of: sourceTableArn, sourceTableName");
        }
        if (request.sourceTableArn() == null && request.sourceTableName() == null) {
            throw ApiException.validation(
                    "The parameter 'TableName' is required but was not present in the request");
        }
    }

    /// The table that is to be restored.
    ///
    /// @throws ApiException if there is none, or it is not one of this server
    Table requireSource(CatalogState state, RestoreTableToPointInTimeRequest request) {
        String arn = request.sourceTableArn();
        return arn == null
                ? BackupAccess.requireTable(state, String.valueOf(request.sourceTableName()))
                : requireSource(state, arn, request.overrides().sseSpecification());
    }

    private Table requireSource(CatalogState state, String arn, @Nullable Object encryption) {
        if (!arn.startsWith("arn:")) {
            throw ApiException.invalidParameter("ARNs must start with 'arn:': " + arn);
        }
        Matcher parts = TABLE_ARN.matcher(arn);
        if (!parts.matches()) {
            throw ApiException.validation("sourceTableArn is not a valid ARN");
        }
        if (!parts.group(ACCOUNT).equals(names.account())) {
            throw ApiException.validation(
                    "This action is only supported by accounts that match the resource owner’s"
                            + " account.");
        }
        boolean isHere = parts.group(REGION).equals(names.region());
        if (!isHere && encryption == null) {
            throw refused("sseSpecificationOverride must be provided for cross-region restores");
        }
        return state.table(parts.group(TABLE))
                .filter(_ -> isHere)
                .orElseThrow(() -> new ApiException(ApiError.TABLE_NOT_FOUND, "Table not found"));
    }

    private static ApiException refused(String what) {
        return ApiException.validation("Invalid Request: " + what);
    }
}
