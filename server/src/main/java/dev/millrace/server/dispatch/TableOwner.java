package dev.millrace.server.dispatch;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

/// Whose tables a server holds: those of one account in one region. A request that names a table of
/// another by its ARN is refused before any table is looked up.
///
/// @param account twelve digits
public record TableOwner(String region, String account) {
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;

    /// Requires the table of an ARN to be one of these. What only begins as ARNs do, as the name of
    /// a table in a statement may, names no table of anybody: that it is not found is for whoever
    /// looks for it.
    ///
    /// @param operation what is asked of the table
    /// @throws ApiException if it is another region's or account's
    void require(String tableArn, String operation) {
        String[] parts = tableArn.split(":", -1);
        if (parts.length <= ACCOUNT) {
            return;
        }
        if (!parts[REGION].equals(region)) {
            throw ApiException.validation(
                    "Invalid TableArn: Invalid ResourceArn provided as input " + tableArn);
        }
        if (!parts[ACCOUNT].equals(account)) {
            throw new ApiException(
                    ApiError.ACCESS_DENIED,
                    "User: arn:aws:iam::%s:root is not authorized to perform: dynamodb:%s on"
                                    .formatted(account, operation)
                            + " resource: %s because no resource-based policy allows the dynamodb:%s"
                                    .formatted(tableArn, operation)
                            + " action");
        }
    }
}
