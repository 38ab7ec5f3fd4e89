package dev.millrace.wire.table;

import dev.millrace.model.request.UpdateTimeToLiveRequest;
import dev.millrace.model.response.UpdateTimeToLiveResponse;
import dev.millrace.model.table.TimeToLiveSpecification;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

/// The wire form of UpdateTimeToLive.
public final class UpdateTimeToLiveCodec
        implements OperationCodec<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse> {
    private static final int ATTRIBUTE_NAME_CHARS_MAX = 255;

    private static final Member<Boolean> ENABLED = Member.truth("Enabled").required();
    private static final Member<String> ATTRIBUTE_NAME =
            Member.text("AttributeName").required().rule(Rules.length(1, ATTRIBUTE_NAME_CHARS_MAX));
    private static final Member<Fields> SPECIFICATION =
            Member.structure(
                            "TimeToLiveSpecification",
                            Structure.of("TimeToLiveSpecification", ENABLED, ATTRIBUTE_NAME))
                    .required();
    private static final Structure REQUEST =
            Structure.of("UpdateTimeToLiveRequest", TableName.NAME_OR_ARN, SPECIFICATION);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "UpdateTimeToLive";
    }

    @Override
    public UpdateTimeToLiveRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        Fields specification = fields.require(SPECIFICATION);
        return new UpdateTimeToLiveRequest(
                TableName.of(fields.require(TableName.NAME_OR_ARN)),
                new TimeToLiveSpecification(
                        specification.require(ENABLED), specification.require(ATTRIBUTE_NAME)));
    }

    @Override
    public void encode(UpdateTimeToLiveResponse response, JsonOutput output) {
        output.document(() -> write(response.timeToLiveSpecification(), output));
    }

    private static void write(TimeToLiveSpecification specification, JsonOutput output) {
        output.startObject("TimeToLiveSpecification");
        output.text("AttributeName", specification.attributeName());
        output.truth("Enabled", specification.enabled());
        output.endObject();
    }
}
