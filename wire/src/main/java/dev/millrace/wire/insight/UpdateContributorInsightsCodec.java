package dev.millrace.wire.insight;

import dev.millrace.model.insight.InsightsAction;
import dev.millrace.model.insight.InsightsMode;
import dev.millrace.model.request.UpdateContributorInsightsRequest;
import dev.millrace.model.response.UpdateContributorInsightsResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of UpdateContributorInsights.
public final class UpdateContributorInsightsCodec
        implements OperationCodec<
                UpdateContributorInsightsRequest, UpdateContributorInsightsResponse> {
    private static final Member<String> ACTION =
            Member.choice(
                            "ContributorInsightsAction",
                            InsightsAction.ENABLE.name(),
                            InsightsAction.DISABLE.name())
                    .required();
    private static final Structure REQUEST =
            Structure.of(
                    "UpdateContributorInsightsRequest",
                    TableName.NAME_OR_ARN,
                    InsightsMembers.INDEX_NAME,
                    ACTION,
                    InsightsMembers.MODE);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "UpdateContributorInsights";
    }

    @Override
    public UpdateContributorInsightsRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new UpdateContributorInsightsRequest(
                TableName.of(fields.require(TableName.NAME_OR_ARN)),
                fields.get(InsightsMembers.INDEX_NAME),
                InsightsAction.valueOf(fields.require(ACTION)),
                InsightsMode.valueOf(
                        fields.orElse(
                                InsightsMembers.MODE,
                                InsightsMode.ACCESSED_AND_THROTTLED_KEYS.name())));
    }

    @Override
    public void encode(UpdateContributorInsightsResponse response, JsonOutput output) {
        output.document(() -> InsightsMembers.write(response.insights(), output));
    }
}
