package dev.millrace.transfer.kinesis;

import dev.millrace.engine.operation.EnableDestination;
import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.EnableKinesisStreamingDestinationRequest;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;

/// Has a table's changes sent to a stream from now on. Whether the stream is there is looked for
/// first; what comes of that the destination's status tells, as on AWS.
public final class EnableKinesisStreamingDestination
        implements Operation<
                EnableKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse> {
    private final KinesisEngine engine;
    private final Kinesis kinesis;

    public EnableKinesisStreamingDestination(KinesisEngine engine, Kinesis kinesis) {
        this.engine = engine;
        this.kinesis = kinesis;
    }

    @Override
    public KinesisStreamingDestinationResponse execute(
            EnableKinesisStreamingDestinationRequest request) {
        String failure = kinesis.failureOf(request.streamArn());
        return engine.enable().execute(new EnableDestination.Request(request, failure));
    }
}
