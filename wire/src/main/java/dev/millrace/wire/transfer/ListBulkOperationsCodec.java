package dev.millrace.wire.transfer;

import dev.millrace.model.request.ListBulkOperationsRequest;
import dev.millrace.model.response.ListBulkOperationsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of ListBulkOperations.
public final class ListBulkOperationsCodec
        implements OperationCodec<ListBulkOperationsRequest, ListBulkOperationsResponse> {
    private static final int PAGE_SIZE = 10;
    private static final Member<Integer> MAX_RESULTS = TransferMembers.pageSize("MaxResults");
    private static final Member<String> NEXT_TOKEN = Member.text("NextToken");
    private static final Structure REQUEST =
            Structure.of("ListBulkOperationsInput", MAX_RESULTS, NEXT_TOKEN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ListBulkOperations";
    }

    @Override
    public ListBulkOperationsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new ListBulkOperationsRequest(
                fields.orElse(MAX_RESULTS, PAGE_SIZE), fields.get(NEXT_TOKEN));
    }

    @Override
    public void encode(ListBulkOperationsResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("BulkOperationsSummaryList");
            response.operations().forEach(each -> BulkJson.writeSummary(each, output));
            output.endArray();
            output.text(NEXT_TOKEN.name(), response.nextToken());
        });
    }
}
