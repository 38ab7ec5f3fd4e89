package dev.millrace.triggers.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.value.Binary;
import dev.millrace.triggers.poll.LanesDone;
import dev.millrace.triggers.poll.Progress;
import dev.millrace.triggers.window.Window;
import dev.millrace.triggers.window.WindowState;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/// The stored form of a checkpoint: a document of the kind [#KIND] whose key is the mapping's UUID,
/// a slash, and the shard (docs/keyspace.md, "Documents").
final class ProgressDocument {
    static final String KIND = "checkpoint";

    private static final Member<List<String>> DONE = Member.list("Done", JsonInput::text);
    private static final Member<List<String>> EARLIER = Member.list("Earlier", JsonInput::text);
    private static final Member<Boolean> ENDED = Member.truth("Ended");
    private static final Member<Long> START = Member.longInteger("Start");
    private static final Member<Long> END = Member.longInteger("End");
    private static final Member<String> STATE = Member.text("State");
    private static final Member<Fields> WINDOW =
            Member.structure("Window", Structure.of("Window", START, END, STATE));
    private static final Structure STORED =
            Structure.of("Checkpoint", DONE, ENDED, WINDOW, EARLIER);

    private static final String BETWEEN_LANES = ",";

    private ProgressDocument() {}

    static String prefix(String mappingUuid) {
        return mappingUuid + "/";
    }

    static DocumentChange put(String mappingUuid, String shardId, Progress progress) {
        JsonOutput output = new JsonOutput();
        output.document(() -> write(progress, output));
        return DocumentChange.put(KIND, prefix(mappingUuid) + shardId, output.toByteArray());
    }

    static Progress decode(Document document) {
        byte[] bytes = document.content().bytes();
        Fields fields = STORED.decode(new JsonInput(bytes, 0, bytes.length));
        return new Progress(
                lanes(fields.require(DONE)),
                fields.require(ENDED),
                window(fields.get(WINDOW)),
                fields.orElse(EARLIER, List.of()).stream()
                        .map(lanes -> new LanesDone(lanes(List.of(lanes.split(BETWEEN_LANES, -1)))))
                        .toList());
    }

    private static List<@Nullable String> lanes(List<String> numbers) {
        List<@Nullable String> lanes = new ArrayList<>();
        numbers.forEach(number -> lanes.add(number.isEmpty() ? null : number));
        return lanes;
    }

    // A lane that has done nothing is an empty text.
    private static void write(Progress progress, JsonOutput output) {
        output.startArray(DONE.name());
        progress.done().forEach(number -> output.text(Objects.requireNonNullElse(number, "")));
        output.endArray();
        output.truth(ENDED.name(), progress.isEnded());
        if (!progress.earlier().isEmpty()) {
            output.startArray(EARLIER.name());
            progress.earlier().forEach(lanes -> output.text(joined(lanes)));
            output.endArray();
        }
        WindowState open = progress.window();
        if (open != null) {
            output.startObject(WINDOW.name());
            output.whole(START.name(), open.window().start().getEpochSecond());
            output.whole(END.name(), open.window().end().getEpochSecond());
            output.text(STATE.name(), new String(open.state().bytes(), UTF_8));
            output.endObject();
        }
    }

    private static String joined(LanesDone lanes) {
        StringJoiner joined = new StringJoiner(BETWEEN_LANES);
        lanes.byLane().forEach(number -> joined.add(Objects.requireNonNullElse(number, "")));
        return joined.toString();
    }

    private static @Nullable WindowState window(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        Window window =
                new Window(
                        Instant.ofEpochSecond(fields.require(START)),
                        Instant.ofEpochSecond(fields.require(END)));
        byte[] state = fields.require(STATE).getBytes(UTF_8);
        return new WindowState(window, Binary.of(state));
    }
}
