package dev.millrace.engine;

import dev.millrace.engine.operation.AwaitOutboxNews;
import dev.millrace.engine.operation.DescribeKinesisStreamingDestination;
import dev.millrace.engine.operation.DestinationAccess;
import dev.millrace.engine.operation.DisableKinesisStreamingDestination;
import dev.millrace.engine.operation.EnableDestination;
import dev.millrace.engine.operation.ListOutboxes;
import dev.millrace.engine.operation.MeasureOutbox;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.ReadOutbox;
import dev.millrace.engine.operation.TrimOutbox;
import dev.millrace.engine.operation.UpdateKinesisStreamingDestination;
import dev.millrace.model.request.DescribeKinesisStreamingDestinationRequest;
import dev.millrace.model.request.DisableKinesisStreamingDestinationRequest;
import dev.millrace.model.request.UpdateKinesisStreamingDestinationRequest;
import dev.millrace.model.response.DescribeKinesisStreamingDestinationResponse;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;

/// What Kinesis destinations ask of the engine: what clients ask for, but for the look whether a
/// stream is there, and the way of changes out of the outboxes.
public final class DestinationOperations {
    private final DestinationAccess access;

    DestinationOperations(DestinationAccess access) {
        this.access = access;
    }

    public Operation<EnableDestination.Request, KinesisStreamingDestinationResponse> enable() {
        return new EnableDestination(access);
    }

    public Operation<DisableKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse>
            disable() {
        return new DisableKinesisStreamingDestination(access);
    }

    public Operation<UpdateKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse>
            update() {
        return new UpdateKinesisStreamingDestination(access);
    }

    public Operation<
                    DescribeKinesisStreamingDestinationRequest,
                    DescribeKinesisStreamingDestinationResponse>
            describe() {
        return new DescribeKinesisStreamingDestination(access);
    }

    public Operation<ListOutboxes.Request, ListOutboxes.Response> listOutboxes() {
        return new ListOutboxes(access);
    }

    public Operation<ReadOutbox.Request, ReadOutbox.Response> readOutbox() {
        return new ReadOutbox(access);
    }

    public Operation<MeasureOutbox.Request, MeasureOutbox.Response> measureOutbox() {
        return new MeasureOutbox(access);
    }

    public Operation<TrimOutbox.Request, TrimOutbox.Response> trimOutbox() {
        return new TrimOutbox(access);
    }

    public Operation<AwaitOutboxNews.Request, AwaitOutboxNews.Response> awaitOutboxNews() {
        return new AwaitOutboxNews(access);
    }
}
