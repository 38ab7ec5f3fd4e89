package dev.millrace.wire.destination;

import dev.millrace.model.request.UpdateKinesisStreamingDestinationRequest;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of UpdateKinesisStreamingDestination.
public final class UpdateKinesisStreamingDestinationCodec
        implements OperationCodec<
                UpdateKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse> {
    private static final Member<Fields> CONFIGURATION =
            DestinationMembers.configuration("UpdateKinesisStreamingConfiguration");
    private static final Structure REQUEST =
            Structure.of(
                    "UpdateKinesisStreamingDestinationInput",
                    TableName.NAME_OR_ARN,
                    DestinationMembers.STREAM_ARN,
                    CONFIGURATION);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "UpdateKinesisStreamingDestination";
    }

    @Override
    public UpdateKinesisStreamingDestinationRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new UpdateKinesisStreamingDestinationRequest(
                TableName.of(fields.require(TableName.NAME_OR_ARN)),
                fields.require(DestinationMembers.STREAM_ARN),
                DestinationMembers.precision(fields, CONFIGURATION));
    }

    @Override
    public void encode(KinesisStreamingDestinationResponse response, JsonOutput output) {
        output.document(() -> {
            DestinationMembers.write(response, output);
            output.startObject(CONFIGURATION.name());
            DestinationMembers.write(response.precision(), output);
            output.endObject();
        });
    }
}
