package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.model.request.DescribeContributorInsightsRequest;
import dev.millrace.model.response.DescribeContributorInsightsResponse;

/// Describes the contributor insights of a table or global index.
public final class DescribeContributorInsights
        implements Operation<
                DescribeContributorInsightsRequest, DescribeContributorInsightsResponse> {
    private final InsightsAccess access;

    public DescribeContributorInsights(TableAccess tables) {
        this.access = new InsightsAccess(tables);
    }

    @Override
    public DescribeContributorInsightsResponse execute(DescribeContributorInsightsRequest request) {
        Table table =
                InsightsAccess.require(
                        access.tables().catalog().state(),
                        request.tableName(),
                        request.indexName());
        return new DescribeContributorInsightsResponse(access.describe(table, request.indexName()));
    }
}
