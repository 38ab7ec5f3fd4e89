package dev.millrace.triggers.deadletter;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.triggers.deadletter.DeadLetter.GivenUp;
import dev.millrace.triggers.deadletter.DeadLetter.Replayed;
import dev.millrace.triggers.poll.LaneRange;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// The stored form of a dead letter: a document of the kind [#KIND] whose key is the mapping's
/// UUID, the shard and the first sequence number, with slashes between them (docs/keyspace.md,
/// "Documents").
public final class DeadLetterDocument {
    /// The kind of the documents.
    public static final String KIND = "dead-letter";

    private static final Member<String> STREAM = Member.text("Stream");
    private static final Member<Integer> LANE = Member.integer("Lane");
    private static final Member<Integer> LANES = Member.integer("Lanes");
    private static final Member<String> LAST = Member.text("Last");
    private static final Member<List<String>> FILTERS = Member.list("Filters", JsonInput::text);
    private static final Member<Integer> RECORDS = Member.integer("Records");
    private static final Member<Long> FIRST_CREATED = Member.longInteger("FirstCreated");
    private static final Member<Long> LAST_CREATED = Member.longInteger("LastCreated");
    private static final Member<Long> MOMENT = Member.longInteger("Moment");
    private static final Member<String> CONDITION = Member.text("Condition");
    private static final Member<Integer> INVOCATIONS = Member.integer("Invocations");
    private static final Member<String> ERROR = Member.text("Error");
    private static final Member<String> DESTINATION = Member.text("Destination");
    private static final Member<Boolean> DELIVERED = Member.truth("Delivered");
    private static final Member<Long> REPLAYED = Member.longInteger("Replayed");
    private static final Member<String> RESULT = Member.text("Result");
    private static final Structure STORED =
            Structure.of(
                    "DeadLetter",
                    STREAM,
                    LANE,
                    LANES,
                    LAST,
                    FILTERS,
                    RECORDS,
                    FIRST_CREATED,
                    LAST_CREATED,
                    MOMENT,
                    CONDITION,
                    INVOCATIONS,
                    ERROR,
                    DESTINATION,
                    DELIVERED,
                    REPLAYED,
                    RESULT);

    private DeadLetterDocument() {}

    /// The change that keeps `letter`.
    public static DocumentChange put(DeadLetter letter) {
        JsonOutput output = new JsonOutput();
        output.document(() -> write(letter, output));
        return DocumentChange.put(KIND, key(letter), output.toByteArray());
    }

    static String key(DeadLetter letter) {
        return letter.mappingUuid() + "/" + letter.shardId() + "/" + letter.first();
    }

    static DeadLetter decode(Document document) {
        byte[] bytes = document.content().bytes();
        Fields fields = STORED.decode(new JsonInput(bytes, 0, bytes.length));
        String[] key = document.key().split("/", 3);
        return new DeadLetter(
                key[0],
                fields.require(STREAM),
                key[1],
                new LaneRange(
                        fields.require(LANE), fields.require(LANES), key[2], fields.require(LAST)),
                fields.orElse(FILTERS, List.of()),
                fields.require(RECORDS),
                Instant.ofEpochMilli(fields.require(FIRST_CREATED)),
                Instant.ofEpochMilli(fields.require(LAST_CREATED)),
                givenUp(fields),
                replayed(fields));
    }

    private static GivenUp givenUp(Fields fields) {
        return new GivenUp(
                Instant.ofEpochMilli(fields.require(MOMENT)),
                fields.require(CONDITION),
                fields.require(INVOCATIONS),
                fields.get(ERROR),
                fields.get(DESTINATION),
                fields.require(DELIVERED));
    }

    private static @Nullable Replayed replayed(Fields fields) {
        Long moment = fields.get(REPLAYED);
        return moment == null
                ? null
                : new Replayed(Instant.ofEpochMilli(moment), fields.require(RESULT));
    }

    private static void write(DeadLetter letter, JsonOutput output) {
        output.text(STREAM.name(), letter.streamArn());
        output.whole(LANE.name(), letter.range().lane());
        output.whole(LANES.name(), letter.range().lanes());
        output.text(LAST.name(), letter.range().last());
        output.startArray(FILTERS.name());
        letter.filters().forEach(output::text);
        output.endArray();
        output.whole(RECORDS.name(), letter.records());
        output.whole(FIRST_CREATED.name(), letter.firstCreated().toEpochMilli());
        output.whole(LAST_CREATED.name(), letter.lastCreated().toEpochMilli());
        GivenUp givenUp = letter.givenUp();
        output.whole(MOMENT.name(), givenUp.moment().toEpochMilli());
        output.text(CONDITION.name(), givenUp.condition());
        output.whole(INVOCATIONS.name(), givenUp.invocations());
        output.text(ERROR.name(), givenUp.error());
        output.text(DESTINATION.name(), givenUp.destination());
        output.truth(DELIVERED.name(), givenUp.delivered());
        Replayed replay = letter.replay();
        if (replay != null) {
            output.whole(REPLAYED.name(), replay.moment().toEpochMilli());
            output.text(RESULT.name(), replay.result());
        }
    }
}
