package dev.millrace.wire.destination;

import dev.millrace.model.destination.KinesisDataStreamDestination;
import dev.millrace.model.request.DescribeKinesisStreamingDestinationRequest;
import dev.millrace.model.response.DescribeKinesisStreamingDestinationResponse;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Structure;

/// The wire form of DescribeKinesisStreamingDestination.
public final class DescribeKinesisStreamingDestinationCodec
        implements OperationCodec<
                DescribeKinesisStreamingDestinationRequest,
                DescribeKinesisStreamingDestinationResponse> {
    private static final Structure REQUEST =
            Structure.of("DescribeKinesisStreamingDestinationInput", TableName.NAME_OR_ARN);

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "DescribeKinesisStreamingDestination";
    }

    @Override
    public DescribeKinesisStreamingDestinationRequest decode(JsonInput input) {
        Fields fields = REQUEST.decode(input);
        return new DescribeKinesisStreamingDestinationRequest(
                TableName.of(fields.require(TableName.NAME_OR_ARN)));
    }

    @Override
    public void encode(DescribeKinesisStreamingDestinationResponse response, JsonOutput output) {
        output.document(() -> {
            output.startArray("KinesisDataStreamDestinations");
            response.destinations().forEach(destination -> write(destination, output));
            output.endArray();
            output.text("TableName", output.ofTable(response.tableName()));
        });
    }

    private static void write(KinesisDataStreamDestination destination, JsonOutput output) {
        output.startObject();
        output.text("StreamArn", destination.streamArn());
        output.text("DestinationStatus", destination.status().name());
        output.text("DestinationStatusDescription", destination.statusDescription());
        DestinationMembers.write(destination.precision(), output);
        output.endObject();
    }
}
