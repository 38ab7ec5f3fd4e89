package dev.millrace.engine;

import dev.millrace.engine.expiry.ExpiryBackfill;
import dev.millrace.engine.insight.Contributors;
import dev.millrace.engine.operation.DeleteResourcePolicy;
import dev.millrace.engine.operation.DescribeContributorInsights;
import dev.millrace.engine.operation.DescribeLimits;
import dev.millrace.engine.operation.DescribeTimeToLive;
import dev.millrace.engine.operation.GetResourcePolicy;
import dev.millrace.engine.operation.ListContributorInsights;
import dev.millrace.engine.operation.ListTagsOfResource;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.PutResourcePolicy;
import dev.millrace.engine.operation.ReportContributors;
import dev.millrace.engine.operation.TableAccess;
import dev.millrace.engine.operation.TagResource;
import dev.millrace.engine.operation.UntagResource;
import dev.millrace.engine.operation.UpdateContributorInsights;
import dev.millrace.engine.operation.UpdateTimeToLive;
import dev.millrace.model.request.DeleteResourcePolicyRequest;
import dev.millrace.model.request.DescribeContributorInsightsRequest;
import dev.millrace.model.request.DescribeLimitsRequest;
import dev.millrace.model.request.DescribeTimeToLiveRequest;
import dev.millrace.model.request.GetResourcePolicyRequest;
import dev.millrace.model.request.ListContributorInsightsRequest;
import dev.millrace.model.request.ListTagsOfResourceRequest;
import dev.millrace.model.request.PutResourcePolicyRequest;
import dev.millrace.model.request.TagResourceRequest;
import dev.millrace.model.request.UntagResourceRequest;
import dev.millrace.model.request.UpdateContributorInsightsRequest;
import dev.millrace.model.request.UpdateTimeToLiveRequest;
import dev.millrace.model.response.DeleteResourcePolicyResponse;
import dev.millrace.model.response.DescribeContributorInsightsResponse;
import dev.millrace.model.response.DescribeLimitsResponse;
import dev.millrace.model.response.DescribeTimeToLiveResponse;
import dev.millrace.model.response.GetResourcePolicyResponse;
import dev.millrace.model.response.ListContributorInsightsResponse;
import dev.millrace.model.response.ListTagsOfResourceResponse;
import dev.millrace.model.response.PutResourcePolicyResponse;
import dev.millrace.model.response.TagResourceResponse;
import dev.millrace.model.response.UntagResourceResponse;
import dev.millrace.model.response.UpdateContributorInsightsResponse;
import dev.millrace.model.response.UpdateTimeToLiveResponse;

/// The operations on what belongs to a table or stream beside its items: tags, policies, time to
/// live, contributor insights; and the limits of the account.
public final class ResourceOperations {
    private final TableAccess tables;
    private final ExpiryBackfill backfill;
    private final Contributors contributors;

    ResourceOperations(TableAccess tables, ExpiryBackfill backfill, Contributors contributors) {
        this.tables = tables;
        this.backfill = backfill;
        this.contributors = contributors;
    }

    public Operation<DescribeLimitsRequest, DescribeLimitsResponse> describeLimits() {
        return new DescribeLimits();
    }

    public Operation<TagResourceRequest, TagResourceResponse> tagResource() {
        return new TagResource(tables);
    }

    public Operation<UntagResourceRequest, UntagResourceResponse> untagResource() {
        return new UntagResource(tables);
    }

    public Operation<ListTagsOfResourceRequest, ListTagsOfResourceResponse> listTagsOfResource() {
        return new ListTagsOfResource(tables);
    }

    public Operation<PutResourcePolicyRequest, PutResourcePolicyResponse> putResourcePolicy() {
        return new PutResourcePolicy(tables);
    }

    public Operation<GetResourcePolicyRequest, GetResourcePolicyResponse> getResourcePolicy() {
        return new GetResourcePolicy(tables);
    }

    public Operation<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse>
            deleteResourcePolicy() {
        return new DeleteResourcePolicy(tables);
    }

    public Operation<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse> updateTimeToLive() {
        return new UpdateTimeToLive(tables, backfill);
    }

    public Operation<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse> describeTimeToLive() {
        return new DescribeTimeToLive(tables);
    }

    public Operation<UpdateContributorInsightsRequest, UpdateContributorInsightsResponse>
            updateContributorInsights() {
        return new UpdateContributorInsights(tables);
    }

    public Operation<DescribeContributorInsightsRequest, DescribeContributorInsightsResponse>
            describeContributorInsights() {
        return new DescribeContributorInsights(tables);
    }

    public Operation<ListContributorInsightsRequest, ListContributorInsightsResponse>
            listContributorInsights() {
        return new ListContributorInsights(tables);
    }

    /// The figures of contributor insights, which AWS keeps in CloudWatch.
    public Operation<ReportContributors.Request, ReportContributors.Response> reportContributors() {
        return new ReportContributors(tables, contributors);
    }
}
