package dev.millrace.engine;

import dev.millrace.engine.expiry.ExpiryBackfill;
import dev.millrace.engine.operation.DeleteResourcePolicy;
import dev.millrace.engine.operation.DescribeLimits;
import dev.millrace.engine.operation.DescribeTimeToLive;
import dev.millrace.engine.operation.GetResourcePolicy;
import dev.millrace.engine.operation.ListTagsOfResource;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.PutResourcePolicy;
import dev.millrace.engine.operation.TableAccess;
import dev.millrace.engine.operation.TagResource;
import dev.millrace.engine.operation.UntagResource;
import dev.millrace.engine.operation.UpdateTimeToLive;
import dev.millrace.model.request.DeleteResourcePolicyRequest;
import dev.millrace.model.request.DescribeLimitsRequest;
import dev.millrace.model.request.DescribeTimeToLiveRequest;
import dev.millrace.model.request.GetResourcePolicyRequest;
import dev.millrace.model.request.ListTagsOfResourceRequest;
import dev.millrace.model.request.PutResourcePolicyRequest;
import dev.millrace.model.request.TagResourceRequest;
import dev.millrace.model.request.UntagResourceRequest;
import dev.millrace.model.request.UpdateTimeToLiveRequest;
import dev.millrace.model.response.DeleteResourcePolicyResponse;
import dev.millrace.model.response.DescribeLimitsResponse;
import dev.millrace.model.response.DescribeTimeToLiveResponse;
import dev.millrace.model.response.GetResourcePolicyResponse;
import dev.millrace.model.response.ListTagsOfResourceResponse;
import dev.millrace.model.response.PutResourcePolicyResponse;
import dev.millrace.model.response.TagResourceResponse;
import dev.millrace.model.response.UntagResourceResponse;
import dev.millrace.model.response.UpdateTimeToLiveResponse;

/// The operations on what belongs to a table or stream beside its items: tags, policies, time to
/// live; and the limits of the account.
public final class ResourceOperations {
    private final TableAccess tables;
    private final ExpiryBackfill backfill;

    ResourceOperations(TableAccess tables, ExpiryBackfill backfill) {
        this.tables = tables;
        this.backfill = backfill;
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
}
