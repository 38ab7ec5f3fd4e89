package dev.millrace.triggers.run;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.triggers.poll.LaneRange;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// The stored form of an effect: a document whose key is the mapping's UUID, the shard and the
/// token of the transaction, with slashes between them; that of a replay also has the first
/// sequence number before the token (docs/keyspace.md, "Documents").
final class EffectDocument {
    static final String KIND = "effect";

    /// The kind of those that a replay of a dead letter leaves.
    static final String REPLAY_KIND = "replay-effect";

    private static final Member<Integer> LANE = Member.integer("Lane");
    private static final Member<Integer> LANES = Member.integer("Lanes");
    private static final Member<String> FIRST = Member.text("First");
    private static final Member<String> LAST = Member.text("Last");
    private static final Structure STORED = Structure.of("Effect", LANE, LANES, FIRST, LAST);

    private EffectDocument() {}

    static DocumentChange put(String kind, Effect effect) {
        LaneRange range = effect.range();
        JsonOutput output = new JsonOutput();
        output.document(() -> {
            output.whole(LANE.name(), range.lane());
            output.whole(LANES.name(), range.lanes());
            output.text(FIRST.name(), range.first());
            output.text(LAST.name(), range.last());
        });
        return DocumentChange.put(kind, effect.key(), output.toByteArray());
    }

    static DocumentChange removal(String kind, Effect effect) {
        return DocumentChange.remove(kind, effect.key());
    }

    static Effect decode(Document document) {
        byte[] bytes = document.content().bytes();
        Fields fields = STORED.decode(new JsonInput(bytes, 0, bytes.length));
        LaneRange range =
                new LaneRange(
                        fields.require(LANE),
                        fields.require(LANES),
                        fields.require(FIRST),
                        fields.require(LAST));
        return new Effect(document.key(), range);
    }
}
