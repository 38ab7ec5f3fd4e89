package dev.millrace.wire.resource;

import dev.millrace.model.request.GetResourcePolicyRequest;
import dev.millrace.model.response.GetResourcePolicyResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Structure;

/// The wire form of GetResourcePolicy.
public final class GetResourcePolicyCodec
        implements OperationCodec<GetResourcePolicyRequest, GetResourcePolicyResponse> {
    private static final Structure REQUEST =
            Structure.of("GetResourcePolicyRequest", ResourceMembers.RESOURCE_ARN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "GetResourcePolicy";
    }

    @Override
    public GetResourcePolicyRequest decode(JsonInput input) {
        return new GetResourcePolicyRequest(
                REQUEST.decode(input).require(ResourceMembers.RESOURCE_ARN));
    }

    @Override
    public void encode(GetResourcePolicyResponse response, JsonOutput output) {
        output.document(() -> {
            output.text("Policy", response.policy());
            output.text("RevisionId", response.revisionId());
        });
    }
}
