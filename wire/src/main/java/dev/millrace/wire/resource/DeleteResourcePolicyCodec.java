package dev.millrace.wire.resource;

import dev.millrace.model.request.DeleteResourcePolicyRequest;
import dev.millrace.model.response.DeleteResourcePolicyResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of DeleteResourcePolicy.
public final class DeleteResourcePolicyCodec
        implements OperationCodec<DeleteResourcePolicyRequest, DeleteResourcePolicyResponse> {
    private static final Structure REQUEST =
            Structure.of(
                    "DeleteResourcePolicyRequest",
                    ResourceMembers.RESOURCE_ARN,
                    ResourceMembers.EXPECTED_REVISION_ID);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DeleteResourcePolicy";
    }

    @Override
    public DeleteResourcePolicyRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new DeleteResourcePolicyRequest(
                fields.require(ResourceMembers.RESOURCE_ARN),
                fields.get(ResourceMembers.EXPECTED_REVISION_ID));
    }

    @Override
    public void encode(DeleteResourcePolicyResponse response, JsonOutput output) {
        output.document(() -> output.text("RevisionId", response.revisionId()));
    }
}
