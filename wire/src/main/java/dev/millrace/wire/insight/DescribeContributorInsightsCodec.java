package dev.millrace.wire.insight;

import dev.millrace.model.insight.InsightsDescription;
import dev.millrace.model.request.DescribeContributorInsightsRequest;
import dev.millrace.model.response.DescribeContributorInsightsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeContributorInsights.
public final class DescribeContributorInsightsCodec
        implements OperationCodec<
                DescribeContributorInsightsRequest, DescribeContributorInsightsResponse> {
    private static final Structure REQUEST =
            Structure.of(
                    "DescribeContributorInsightsRequest",
                    TableName.NAME_OR_ARN,
                    InsightsMembers.INDEX_NAME);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeContributorInsights";
    }

    @Override
    public DescribeContributorInsightsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new DescribeContributorInsightsRequest(
                TableName.of(fields.require(TableName.NAME_OR_ARN)),
                fields.get(InsightsMembers.INDEX_NAME));
    }

    @Override
    public void encode(DescribeContributorInsightsResponse response, JsonOutput output) {
        output.document(() -> write(response.insights(), output));
    }

    private static void write(InsightsDescription insights, JsonOutput output) {
        InsightsMembers.write(insights, output);
        if (!insights.rules().isEmpty()) {
            output.startArray("ContributorInsightsRuleList");
            insights.rules().forEach(output::text);
            output.endArray();
        }
        output.momentOrNone("LastUpdateDateTime", insights.lastUpdate());
        InsightsDescription.Failure failure = insights.failure();
        if (failure != null) {
            output.startObject("FailureException");
            output.text("ExceptionName", failure.name());
            output.text("ExceptionDescription", failure.description());
            output.endObject();
        }
    }
}
