package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.ResourcePolicy;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.request.DeleteResourcePolicyRequest;
import dev.millrace.model.response.DeleteResourcePolicyResponse;

/// Detaches the policy of a table or stream, and answers with the revision that is gone. That there
/// is none is no error unless a revision was expected.
public final class DeleteResourcePolicy
        implements Operation<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse> {
    private final TableAccess access;
    private final ResourceArns arns;

    public DeleteResourcePolicy(TableAccess access) {
        this.access = access;
        this.arns = new ResourceArns(access.names());
    }

    @Override
    public DeleteResourcePolicyResponse execute(DeleteResourcePolicyRequest request) {
        return access.sequencer()
                .admit(
                        (CatalogCommand<DeleteResourcePolicyResponse>)
                                catalog -> delete(catalog, request));
    }

    private DeleteResourcePolicyResponse delete(
            CatalogEvaluation catalog, DeleteResourcePolicyRequest request) {
        String arn = request.resourceArn();
        arns.requirePolicyHolder(catalog.state(), arn);
        PolicyRevisions.requireExpected(catalog.state(), arn, request.expectedRevisionId());
        ResourcePolicy present = catalog.state().policy(arn).orElse(null);
        if (present == null) {
            return new DeleteResourcePolicyResponse(null);
        }
        catalog.change(new CatalogChange.RemovePolicy(arn));
        return new DeleteResourcePolicyResponse(present.revisionId());
    }
}
