package dev.millrace.engine.stream;

import dev.millrace.model.stream.StreamRecord;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// Counts the records that went into and out of one stream or shard since the server started, with
/// their bytes by `SizeBytes`. Counting allocates nothing.
public final class Traffic {
    private final LongAdder recordsIn = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder recordsOut = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();

    /// What has been counted so far.
    ///
    /// @param recordsOut records handed to readers; one that is read twice counts twice
    public record Counts(long recordsIn, long bytesIn, long recordsOut, long bytesOut) {}

    void in(int bytes) {
        recordsIn.increment();
        bytesIn.add(bytes);
    }

    void out(List<StreamRecord> records) {
        recordsOut.add(records.size());
        for (StreamRecord record : records) {
            bytesOut.add(record.sizeBytes());
        }
    }

    /// The counts as they are now.
    public Counts counts() {
        return new Counts(recordsIn.sum(), bytesIn.sum(), recordsOut.sum(), bytesOut.sum());
    }
}
