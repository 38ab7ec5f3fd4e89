package dev.millrace.wire.resource;

import dev.millrace.model.request.TagResourceRequest;
import dev.millrace.model.response.TagResourceResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of TagResource. Its answer has no body.
public final class TagResourceCodec
        implements OperationCodec<TagResourceRequest, TagResourceResponse> {
    private static final Structure REQUEST =
            Structure.of(
                    "TagResourceRequest", ResourceMembers.RESOURCE_ARN, TagMembers.REQUIRED_TAGS);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "TagResource";
    }

    @Override
    public TagResourceRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new TagResourceRequest(
                fields.require(ResourceMembers.RESOURCE_ARN),
                TagMembers.tags(fields.require(TagMembers.REQUIRED_TAGS)));
    }

    @Override
    public void encode(TagResourceResponse response, JsonOutput output) {
        output.nothing();
    }
}
