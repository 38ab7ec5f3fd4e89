package dev.millrace.testkit;

import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.reference.ExpectedRecord;
import dev.millrace.testkit.reference.ReferenceDatabase;
import dev.millrace.testkit.reference.ReferenceStream;
import dev.millrace.testkit.stream.ShardContent;
import dev.millrace.testkit.stream.StreamContent;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The reference database in the place of the system under test: each stream is one open shard.
/// Subclasses build a fault in.
class ReferenceSystem implements SystemUnderTest {
    private static final BigInteger FIRST = new BigInteger("100000000000000000000");

    final ReferenceDatabase database = new ReferenceDatabase();

    @Override
    public Outcome apply(DatabaseOperation operation) {
        return database.apply(operation);
    }

    @Override
    public List<StreamContent> streamsOf(String tableName) {
        List<StreamContent> contents = new ArrayList<>();
        for (ReferenceStream stream : database.streamsOf(tableName)) {
            contents.add(content(tableName, contents.size(), stream));
        }
        return contents;
    }

    /// The records that the stream shows.
    List<ExpectedRecord> shown(ReferenceStream stream) {
        return stream.records();
    }

    private StreamContent content(String tableName, int number, ReferenceStream stream) {
        List<StreamRecord> records = new ArrayList<>();
        for (ExpectedRecord expected : shown(stream)) {
            records.add(record(expected, records.size()));
        }
        ShardDescription shard =
                new ShardDescription(
                        "shardId-00000000000000000001-00000001", null, FIRST.toString(), null);
        return new StreamContent(
                tableName + "/stream/" + number,
                stream.keySchema(),
                stream.viewType(),
                List.of(new ShardContent(shard, records)));
    }

    private static StreamRecord record(ExpectedRecord expected, int position) {
        return new StreamRecord(
                "%032x".formatted(position),
                expected.eventName(),
                "local",
                0,
                expected.keys(),
                expected.newImage(),
                expected.oldImage(),
                FIRST.add(BigInteger.valueOf(position)).toString(),
                expected.sizeBytes(),
                expected.viewType(),
                expected.expired());
    }
}
