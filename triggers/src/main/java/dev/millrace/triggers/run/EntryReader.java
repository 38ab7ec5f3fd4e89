package dev.millrace.triggers.run;

import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.event.EventRecord;
import dev.millrace.triggers.filter.RecordFilter;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Makes entries of the records that pass a filter.
///
/// @param partitionKey the name of the table's partition key
record EntryReader(String streamArn, String partitionKey, RecordFilter filter) {
    /// The entries of a page.
    ///
    /// @param before the sequence number of the record before it; null if there is none
    List<Entry> read(List<StreamRecord> records, @Nullable String before) {
        List<Entry> entries = new ArrayList<>(records.size());
        JsonOutput buffer = new JsonOutput();
        String last = before;
        for (StreamRecord record : records) {
            Binary json = EventRecord.encode(record, streamArn, buffer);
            if (filter.passes(json)) {
                entries.add(entry(record, last, json));
            }
            last = record.sequenceNumber();
        }
        return entries;
    }

    private Entry entry(StreamRecord record, @Nullable String predecessor, Binary json) {
        AttributeValue key = Objects.requireNonNull(record.keys().get(partitionKey));
        return new Entry(
                record.sequenceNumber(),
                predecessor,
                Instant.ofEpochSecond(record.approximateCreationSeconds()),
                key.hashCode(),
                json);
    }
}
