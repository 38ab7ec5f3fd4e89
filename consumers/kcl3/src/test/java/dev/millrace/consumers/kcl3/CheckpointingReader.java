package dev.millrace.consumers.kcl3;

import com.amazonaws.services.dynamodbv2.streamsadapter.adapter.DynamoDBStreamsClientRecord;
import com.amazonaws.services.dynamodbv2.streamsadapter.model.DynamoDBStreamsProcessRecordsInput;
import com.amazonaws.services.dynamodbv2.streamsadapter.processor.DynamoDBStreamsShardRecordProcessor;

import dev.millrace.consumers.MovingTable;
import dev.millrace.consumers.SeenChanges;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;

import java.util.Map;
import java.util.Objects;

/// Notes every record of one shard and sets a checkpoint behind each page.
final class CheckpointingReader implements DynamoDBStreamsShardRecordProcessor {
    private final SeenChanges seen;

    CheckpointingReader(SeenChanges seen) {
        this.seen = seen;
    }

    @Override
    public void initialize(InitializationInput input) {}

    @Override
    public void processRecords(DynamoDBStreamsProcessRecordsInput input) {
        for (DynamoDBStreamsClientRecord record : input.records()) {
            Map<String, AttributeValue> image = record.getRecord().dynamodb().newImage();
            seen.see(
                    text(image, MovingTable.KEY), Integer.parseInt(text(image, MovingTable.ROUND)));
        }
        checkpoint(input.checkpointer());
    }

    @Override
    public void leaseLost(LeaseLostInput input) {}

    @Override
    public void shardEnded(ShardEndedInput input) {
        checkpoint(input.checkpointer());
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        checkpoint(input.checkpointer());
    }

    private static String text(Map<String, AttributeValue> image, String name) {
        return Objects.requireNonNull(image.get(name)).s();
    }

    private static void checkpoint(RecordProcessorCheckpointer checkpointer) {
        try {
            checkpointer.checkpoint();
        } catch (InvalidStateException | ShutdownException e) {
            throw new IllegalStateException("no checkpoint could be set", e);
        }
    }
}
