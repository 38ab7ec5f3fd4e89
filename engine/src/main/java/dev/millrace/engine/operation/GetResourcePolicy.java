package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.ResourcePolicy;
import dev.millrace.model.request.GetResourcePolicyRequest;
import dev.millrace.model.response.GetResourcePolicyResponse;

/// Answers with the policy of a table or stream.
public final class GetResourcePolicy
        implements Operation<GetResourcePolicyRequest, GetResourcePolicyResponse> {
    private final TableAccess access;
    private final ResourceArns arns;

    public GetResourcePolicy(TableAccess access) {
        this.access = access;
        this.arns = new ResourceArns(access.names());
    }

    @Override
    public GetResourcePolicyResponse execute(GetResourcePolicyRequest request) {
        CatalogState state = access.catalog().state();
        arns.requirePolicyHolder(state, request.resourceArn());
        ResourcePolicy policy =
                state.policy(request.resourceArn())
                        .orElseThrow(() -> PolicyRevisions.notFound(request.resourceArn()));
        return new GetResourcePolicyResponse(policy.document(), policy.revisionId());
    }
}
