package dev.millrace.wire.transfer;

import dev.millrace.model.request.ListExportsRequest;
import dev.millrace.model.response.ListExportsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of ListExports.
public final class ListExportsCodec
        implements OperationCodec<ListExportsRequest, ListExportsResponse> {
    private static final Member<String> TABLE_ARN = TransferMembers.tableArn();
    private static final Member<Integer> MAX_RESULTS = TransferMembers.pageSize("MaxResults");
    private static final Member<String> NEXT_TOKEN = Member.text("NextToken");
    private static final Structure REQUEST =
            Structure.of("ListExportsRequest", TABLE_ARN, MAX_RESULTS, NEXT_TOKEN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ListExports";
    }

    @Override
    public ListExportsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new ListExportsRequest(
                fields.get(TABLE_ARN),
                fields.orElse(MAX_RESULTS, TransferMembers.PAGE_SIZE_MAX),
                fields.get(NEXT_TOKEN));
    }

    @Override
    public void encode(ListExportsResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("ExportSummaries");
            response.exports().forEach(each -> ExportJson.writeSummary(each, output));
            output.endArray();
            output.text("NextToken", response.nextToken());
        });
    }
}
