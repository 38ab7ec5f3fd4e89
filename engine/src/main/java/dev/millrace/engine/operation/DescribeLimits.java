package dev.millrace.engine.operation;

import dev.millrace.model.request.DescribeLimitsRequest;
import dev.millrace.model.response.DescribeLimitsResponse;

/// Answers with the quotas that an account has on AWS by default. That of a table holds here too,
/// since it bounds the partitions that a table is born with; that of the account does not.
public final class DescribeLimits
        implements Operation<DescribeLimitsRequest, DescribeLimitsResponse> {
    /// The most read, and the most write capacity units of one table.
    public static final long TABLE_UNITS_MAX = 40_000;

    private static final long ACCOUNT_UNITS_MAX = 80_000;

    @Override
    public DescribeLimitsResponse execute(DescribeLimitsRequest request) {
        return new DescribeLimitsResponse(
                ACCOUNT_UNITS_MAX, ACCOUNT_UNITS_MAX, TABLE_UNITS_MAX, TABLE_UNITS_MAX);
    }
}
