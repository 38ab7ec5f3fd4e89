package dev.millrace.testkit.reference;

import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// What can be foretold of a stream record: everything but its identifiers and its time.
public record ExpectedRecord(
        EventName eventName,
        Item keys,
        @Nullable Item newImage,
        @Nullable Item oldImage,
        long sizeBytes,
        StreamViewType viewType,
        boolean expired) {
    /// The same parts of a record that was read.
    public static ExpectedRecord of(StreamRecord record) {
        return new ExpectedRecord(
                record.eventName(),
                record.keys(),
                record.newImage(),
                record.oldImage(),
                record.sizeBytes(),
                record.streamViewType(),
                record.expired());
    }
}
