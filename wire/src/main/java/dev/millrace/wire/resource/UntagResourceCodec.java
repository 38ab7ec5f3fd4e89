package dev.millrace.wire.resource;

import dev.millrace.model.request.UntagResourceRequest;
import dev.millrace.model.response.UntagResourceResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import java.util.List;

/// The wire form of UntagResource. Its answer has no body.
public final class UntagResourceCodec
        implements OperationCodec<UntagResourceRequest, UntagResourceResponse> {
    private static final Member<List<String>> TAG_KEYS =
            Member.<String>list("TagKeys", JsonInput::text).required();
    private static final Structure REQUEST =
            Structure.of("UntagResourceRequest", ResourceMembers.RESOURCE_ARN, TAG_KEYS);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "UntagResource";
    }

    @Override
    public UntagResourceRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new UntagResourceRequest(
                fields.require(ResourceMembers.RESOURCE_ARN), fields.require(TAG_KEYS));
    }

    @Override
    public void encode(UntagResourceResponse response, JsonOutput output) {
        output.nothing();
    }
}
