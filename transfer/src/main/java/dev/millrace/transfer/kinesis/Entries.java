package dev.millrace.transfer.kinesis;

import dev.millrace.engine.operation.Outbox;
import dev.millrace.model.destination.DestinationRecord;
import dev.millrace.model.value.Binary;
import dev.millrace.transfer.bucket.Hashes;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.destination.DestinationRecordJson;
import dev.millrace.wire.destination.KinesisEntry;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Makes Kinesis records of changes. Those of one item have one partition key, 32 hexadecimal
/// digits, and so go to one shard.
final class Entries {
    private Entries() {}

    /// The records of changes, in their order.
    static List<KinesisEntry> of(Outbox outbox, List<DestinationRecord> changes) {
        JsonOutput output = new JsonOutput();
        List<KinesisEntry> entries = new ArrayList<>(changes.size());
        for (DestinationRecord change : changes) {
            DestinationRecordJson.write(change, outbox.precision(), output);
            entries.add(new KinesisEntry(Binary.of(output.toByteArray()), partitionKey(change)));
        }
        return entries;
    }

    private static String partitionKey(DestinationRecord change) {
        byte[] hash = Hashes.md5().digest(change.keys().bytes());
        return HexFormat.of().withUpperCase().formatHex(hash);
    }
}
