package dev.millrace.wire.transfer;

import dev.millrace.model.request.ListImportsRequest;
import dev.millrace.model.response.ListImportsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

/// The wire form of ListImports.
public final class ListImportsCodec
        implements OperationCodec<ListImportsRequest, ListImportsResponse> {
    private static final int TOKEN_CHARS_MIN = 112;
    private static final int TOKEN_CHARS_MAX = 1_024;
    private static final Member<String> TABLE_ARN = TransferMembers.tableArn();
    private static final Member<Integer> PAGE_SIZE = TransferMembers.pageSize("PageSize");
    private static final Member<String> NEXT_TOKEN =
            Member.text("NextToken")
                    .rule(Rules.pattern("([0-9a-f]{16})+"))
                    .rule(Rules.length(TOKEN_CHARS_MIN, TOKEN_CHARS_MAX));
    private static final Structure REQUEST =
            Structure.of("ListImportsRequest", TABLE_ARN, PAGE_SIZE, NEXT_TOKEN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ListImports";
    }

    @Override
    public ListImportsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new ListImportsRequest(
                fields.get(TABLE_ARN),
                fields.orElse(PAGE_SIZE, TransferMembers.PAGE_SIZE_MAX),
                fields.get(NEXT_TOKEN));
    }

    @Override
    public void encode(ListImportsResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("ImportSummaryList");
            response.imports().forEach(each -> ImportJson.writeSummary(each, output));
            output.endArray();
            output.text("NextToken", response.nextToken());
        });
    }
}
