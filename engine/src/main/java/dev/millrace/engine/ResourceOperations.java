package dev.millrace.engine;

import dev.millrace.engine.operation.DeleteResourcePolicy;
import dev.millrace.engine.operation.GetResourcePolicy;
import dev.millrace.engine.operation.ListTagsOfResource;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.PutResourcePolicy;
import dev.millrace.engine.operation.TableAccess;
import dev.millrace.engine.operation.TagResource;
import dev.millrace.engine.operation.UntagResource;
import dev.millrace.model.request.DeleteResourcePolicyRequest;
import dev.millrace.model.request.GetResourcePolicyRequest;
import dev.millrace.model.request.ListTagsOfResourceRequest;
import dev.millrace.model.request.PutResourcePolicyRequest;
import dev.millrace.model.request.TagResourceRequest;
import dev.millrace.model.request.UntagResourceRequest;
import dev.millrace.model.response.DeleteResourcePolicyResponse;
import dev.millrace.model.response.GetResourcePolicyResponse;
import dev.millrace.model.response.ListTagsOfResourceResponse;
import dev.millrace.model.response.PutResourcePolicyResponse;
import dev.millrace.model.response.TagResourceResponse;
import dev.millrace.model.response.UntagResourceResponse;

/// The operations on what belongs to a table or stream beside its items: tags and policies.
public final class ResourceOperations {
    private final TableAccess tables;

    ResourceOperations(TableAccess tables) {
        this.tables = tables;
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
}
