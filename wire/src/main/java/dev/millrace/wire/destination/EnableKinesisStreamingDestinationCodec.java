package dev.millrace.wire.destination;

import dev.millrace.model.request.EnableKinesisStreamingDestinationRequest;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The wire form of EnableKinesisStreamingDestination.
public final class EnableKinesisStreamingDestinationCodec
        implements OperationCodec<
                EnableKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse> {
    private static final Member<Fields> CONFIGURATION =
            DestinationMembers.configuration("EnableKinesisStreamingConfiguration");
    private static final Structure REQUEST =
            Structure.of(
                    "KinesisStreamingDestinationInput",
                    TableName.NAME_OR_ARN,
                    DestinationMembers.STREAM_ARN,
                    CONFIGURATION);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "EnableKinesisStreamingDestination";
    }

    @Override
    public EnableKinesisStreamingDestinationRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new EnableKinesisStreamingDestinationRequest(
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
