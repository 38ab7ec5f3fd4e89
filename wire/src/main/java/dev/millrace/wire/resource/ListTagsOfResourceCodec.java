package dev.millrace.wire.resource;

import dev.millrace.model.request.ListTagsOfResourceRequest;
import dev.millrace.model.response.ListTagsOfResourceResponse;
import dev.millrace.model.table.Tag;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of ListTagsOfResource.
public final class ListTagsOfResourceCodec
        implements OperationCodec<ListTagsOfResourceRequest, ListTagsOfResourceResponse> {
    private static final Member<String> NEXT_TOKEN = Member.text("NextToken");
    private static final Structure REQUEST =
            Structure.of("ListTagsOfResourceRequest", ResourceMembers.RESOURCE_ARN, NEXT_TOKEN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ListTagsOfResource";
    }

    @Override
    public ListTagsOfResourceRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new ListTagsOfResourceRequest(
                fields.require(ResourceMembers.RESOURCE_ARN), fields.get(NEXT_TOKEN));
    }

    @Override
    public void encode(ListTagsOfResourceResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("Tags");
            for (Tag tag : response.tags()) {
                output.startObject();
                output.text("Key", tag.key());
                output.text("Value", tag.value());
                output.endObject();
            }
            output.endArray();
            output.text("NextToken", response.nextToken());
        });
    }
}
