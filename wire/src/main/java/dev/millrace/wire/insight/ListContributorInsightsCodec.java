package dev.millrace.wire.insight;

import dev.millrace.model.insight.InsightsDescription;
import dev.millrace.model.request.ListContributorInsightsRequest;
import dev.millrace.model.response.ListContributorInsightsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

/// The wire form of ListContributorInsights.
public final class ListContributorInsightsCodec
        implements OperationCodec<ListContributorInsightsRequest, ListContributorInsightsResponse> {
    private static final int PAGE_SIZE_MAX = 100;
    private static final Member<String> TABLE_NAME = TableName.anyNameOrArn();
    private static final Member<String> NEXT_TOKEN = Member.text("NextToken");
    private static final Member<Integer> MAX_RESULTS =
            Member.integer("MaxResults").rule(Rules.atLeast(1)).rule(Rules.atMost(PAGE_SIZE_MAX));
    private static final Structure REQUEST =
            Structure.of("ListContributorInsightsRequest", TABLE_NAME, NEXT_TOKEN, MAX_RESULTS);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "ListContributorInsights";
    }

    @Override
    public ListContributorInsightsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        String tableName = fields.get(TABLE_NAME);
        return new ListContributorInsightsRequest(
                tableName == null ? null : TableName.of(tableName),
                fields.orElse(MAX_RESULTS, PAGE_SIZE_MAX),
                fields.get(NEXT_TOKEN));
    }

    @Override
    public void encode(ListContributorInsightsResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("ContributorInsightsSummaries");
            response.summaries().forEach(summary -> write(summary, output));
            output.endArray();
            output.text("NextToken", response.nextToken());
        });
    }

    private static void write(InsightsDescription summary, JsonOutput output) {
        output.startObject();
        InsightsMembers.write(summary, output);
        output.endObject();
    }
}
