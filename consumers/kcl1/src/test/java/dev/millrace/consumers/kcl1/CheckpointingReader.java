package dev.millrace.consumers.kcl1;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.streamsadapter.model.RecordAdapter;
import com.amazonaws.services.kinesis.clientlibrary.exceptions.InvalidStateException;
import com.amazonaws.services.kinesis.clientlibrary.exceptions.ShutdownException;
import com.amazonaws.services.kinesis.clientlibrary.interfaces.IRecordProcessorCheckpointer;
import com.amazonaws.services.kinesis.clientlibrary.interfaces.v2.IRecordProcessor;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.ShutdownReason;
import com.amazonaws.services.kinesis.clientlibrary.types.InitializationInput;
import com.amazonaws.services.kinesis.clientlibrary.types.ProcessRecordsInput;
import com.amazonaws.services.kinesis.clientlibrary.types.ShutdownInput;
import com.amazonaws.services.kinesis.model.Record;

import dev.millrace.consumers.MovingTable;
import dev.millrace.consumers.SeenChanges;

import java.util.Map;
import java.util.Objects;

/// Notes every record of one shard and sets a checkpoint behind each page.
final class CheckpointingReader implements IRecordProcessor {
    private final SeenChanges seen;

    CheckpointingReader(SeenChanges seen) {
        this.seen = seen;
    }

    @Override
    public void initialize(InitializationInput input) {}

    @Override
    public void processRecords(ProcessRecordsInput input) {
        for (Record record : input.getRecords()) {
            Map<String, AttributeValue> image =
                    ((RecordAdapter) record).getInternalObject().getDynamodb().getNewImage();
            seen.see(
                    text(image, MovingTable.KEY), Integer.parseInt(text(image, MovingTable.ROUND)));
        }
        checkpoint(input.getCheckpointer());
    }

    @Override
    public void shutdown(ShutdownInput input) {
        if (input.getShutdownReason() == ShutdownReason.TERMINATE) {
            checkpoint(input.getCheckpointer());
        }
    }

    private static String text(Map<String, AttributeValue> image, String name) {
        return Objects.requireNonNull(image.get(name)).getS();
    }

    private static void checkpoint(IRecordProcessorCheckpointer checkpointer) {
        try {
            checkpointer.checkpoint();
        } catch (InvalidStateException | ShutdownException e) {
            throw new IllegalStateException("no checkpoint could be set", e);
        }
    }
}
