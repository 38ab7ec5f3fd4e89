package dev.millrace.engine.throttle;

import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.response.ThrottlingReason;
import dev.millrace.model.response.ThroughputExceededException;

import java.util.List;

/// What requests are told that find no capacity left (dynamodb-api reference, section 20).
record Refusals(ResourceNames names) {
    private static final String TABLE_EXCEEDED =
            "The level of configured provisioned throughput for the table was exceeded. Consider"
                    + " increasing your provisioning level with the UpdateTable API.";
    private static final String INDEXES_EXCEEDED =
            "The level of configured provisioned throughput for one or more global secondary"
                    + " indexes of the table was exceeded. Consider increasing your provisioning"
                    + " level for the under-provisioned global secondary indexes with the"
                    + " UpdateTable API";
    private static final String MAXIMUM_EXCEEDED =
            "Throughput exceeds the maximum OnDemandThroughput configured on table or index";

    /// The answer that names everybody who has nothing left.
    ///
    /// @param exceeded of one table and its indexes; not empty
    ThroughputExceededException of(List<Account> exceeded) {
        List<ThrottlingReason> reasons = exceeded.stream().map(this::reason).toList();
        return exceeded.getFirst().isProvisioned()
                ? new ThroughputExceededException(
                        ApiError.PROVISIONED_THROUGHPUT_EXCEEDED, provisioned(exceeded), reasons)
                : new ThroughputExceededException(ApiError.THROTTLING, MAXIMUM_EXCEEDED, reasons);
    }

    private static String provisioned(List<Account> exceeded) {
        return exceeded.stream().allMatch(account -> account.index() != null)
                ? INDEXES_EXCEEDED
                : TABLE_EXCEEDED;
    }

    private ThrottlingReason reason(Account account) {
        String what =
                account.arm().word()
                        + (account.isProvisioned()
                                ? "ProvisionedThroughputExceeded"
                                : "MaxOnDemandThroughputExceeded");
        String table = account.table().name();
        return account.index() == null
                ? new ThrottlingReason("Table" + what, names.tableArn(table))
                : new ThrottlingReason(
                        "Index" + what, names.indexArn(table, account.index().name()));
    }
}
