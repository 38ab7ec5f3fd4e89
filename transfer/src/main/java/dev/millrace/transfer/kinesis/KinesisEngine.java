package dev.millrace.transfer.kinesis;

import dev.millrace.engine.operation.AwaitOutboxNews;
import dev.millrace.engine.operation.EnableDestination;
import dev.millrace.engine.operation.ListOutboxes;
import dev.millrace.engine.operation.MeasureOutbox;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.ReadOutbox;
import dev.millrace.engine.operation.TrimOutbox;
import dev.millrace.model.request.DescribeKinesisStreamingDestinationRequest;
import dev.millrace.model.request.DisableKinesisStreamingDestinationRequest;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.UpdateKinesisStreamingDestinationRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.DescribeKinesisStreamingDestinationResponse;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;
import dev.millrace.model.response.ReadDocumentsResponse;
import dev.millrace.model.response.WriteDocumentsResponse;

/// What destinations ask of the engine.
public record KinesisEngine(
        Operation<EnableDestination.Request, KinesisStreamingDestinationResponse> enable,
        Operation<DisableKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse>
                disable,
        Operation<UpdateKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse>
                update,
        Operation<
                        DescribeKinesisStreamingDestinationRequest,
                        DescribeKinesisStreamingDestinationResponse>
                describe,
        Operation<ListOutboxes.Request, ListOutboxes.Response> listOutboxes,
        Operation<ReadOutbox.Request, ReadOutbox.Response> readOutbox,
        Operation<MeasureOutbox.Request, MeasureOutbox.Response> measureOutbox,
        Operation<TrimOutbox.Request, TrimOutbox.Response> trimOutbox,
        Operation<AwaitOutboxNews.Request, AwaitOutboxNews.Response> awaitOutboxNews,
        Operation<ReadDocumentsRequest, ReadDocumentsResponse> readDocuments,
        Operation<WriteDocumentsRequest, WriteDocumentsResponse> writeDocuments) {}
