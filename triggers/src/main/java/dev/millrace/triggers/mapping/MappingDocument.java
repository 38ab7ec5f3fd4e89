package dev.millrace.triggers.mapping;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;

import java.time.Instant;
import java.util.Map;

/// The stored form of a mapping: a document of the kind [#KIND] whose key is the UUID, in the JSON
/// of CreateEventSourceMapping (docs/keyspace.md, "Documents").
public final class MappingDocument {
    /// The kind of the documents.
    public static final String KIND = "event-source-mapping";

    private MappingDocument() {}

    /// The change that keeps `mapping`.
    public static DocumentChange put(EventSourceMapping mapping) {
        JsonOutput output = new JsonOutput();
        output.document(() -> write(mapping, output));
        return DocumentChange.put(KIND, mapping.uuid(), output.toByteArray());
    }

    /// Reads a mapping back.
    public static EventSourceMapping decode(Document document) {
        byte[] bytes = document.content().bytes();
        Fields fields = StoredMembers.STORED.decode(new JsonInput(bytes, 0, bytes.length));
        return new EventSourceMapping(
                document.key(),
                fields.require(MappingMembers.EVENT_SOURCE_ARN),
                FunctionName.parse(fields.require(MappingMembers.FUNCTION_NAME)).orElseThrow(),
                StartingPosition.valueOf(fields.require(MappingMembers.STARTING_POSITION)),
                MappingMembers.settings(fields, MappingSettings.DEFAULTS),
                Instant.ofEpochMilli(fields.require(StoredMembers.LAST_MODIFIED)),
                fields.orElse(MappingMembers.TAGS, Map.of()));
    }

    private static void write(EventSourceMapping mapping, JsonOutput output) {
        FunctionName function = mapping.function();
        String qualifier = function.qualifier();
        output.text(
                MappingMembers.FUNCTION_NAME.name(),
                qualifier == null ? function.name() : function.name() + ":" + qualifier);
        output.text(MappingMembers.EVENT_SOURCE_ARN.name(), mapping.eventSourceArn());
        output.text(MappingMembers.STARTING_POSITION.name(), mapping.startingPosition().name());
        output.whole(StoredMembers.LAST_MODIFIED.name(), mapping.lastModified().toEpochMilli());
        output.truth("Enabled", mapping.settings().enabled());
        MappingJson.writeSettings(mapping.settings(), output);
        output.startObject(MappingMembers.TAGS.name());
        mapping.tags().forEach(output::text);
        output.endObject();
    }
}
