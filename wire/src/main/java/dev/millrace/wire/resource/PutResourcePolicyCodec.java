package dev.millrace.wire.resource;

import dev.millrace.model.request.PutResourcePolicyRequest;
import dev.millrace.model.response.PutResourcePolicyResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of PutResourcePolicy.
///
/// That it removes the caller's own access need not be confirmed, since policies are not enforced
/// yet.
public final class PutResourcePolicyCodec
        implements OperationCodec<PutResourcePolicyRequest, PutResourcePolicyResponse> {
    private static final Member<String> POLICY = Member.text("Policy").required();
    private static final Member<Boolean> CONFIRM_REMOVE_SELF_RESOURCE_ACCESS =
            Member.truth("ConfirmRemoveSelfResourceAccess");
    private static final Structure REQUEST =
            Structure.of(
                    "PutResourcePolicyRequest",
                    ResourceMembers.RESOURCE_ARN,
                    POLICY,
                    ResourceMembers.EXPECTED_REVISION_ID,
                    CONFIRM_REMOVE_SELF_RESOURCE_ACCESS);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "PutResourcePolicy";
    }

    @Override
    public PutResourcePolicyRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new PutResourcePolicyRequest(
                fields.require(ResourceMembers.RESOURCE_ARN),
                PolicyDocument.requireForm(fields.require(POLICY)),
                fields.get(ResourceMembers.EXPECTED_REVISION_ID));
    }

    @Override
    public void encode(PutResourcePolicyResponse response, JsonOutput output) {
        output.document(() -> output.text("RevisionId", response.revisionId()));
    }
}
