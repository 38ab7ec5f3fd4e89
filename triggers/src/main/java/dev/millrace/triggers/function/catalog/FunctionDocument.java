package dev.millrace.triggers.function.catalog;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.triggers.function.code.CodeReference;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The stored form of a function: a document of the kind [#KIND] whose key is the function's name,
/// in JSON (docs/keyspace.md, "Documents").
final class FunctionDocument {
    /// The kind of the documents.
    static final String KIND = "function";

    private static final Member<String> SHA256 = Member.text("CodeSha256");
    private static final Member<Long> SIZE = Member.longInteger("CodeSize");
    private static final Member<Long> LAST_MODIFIED = Member.longInteger("LastModifiedMillis");
    private static final Member<Integer> RESERVED = Member.integer("ReservedConcurrentExecutions");
    private static final Structure STORED =
            Structure.of(
                    "StoredFunction",
                    FunctionMembers.RUNTIME,
                    FunctionMembers.HANDLER,
                    FunctionMembers.ROLE,
                    FunctionMembers.DESCRIPTION,
                    FunctionMembers.TIMEOUT,
                    FunctionMembers.MEMORY_SIZE,
                    FunctionMembers.ENVIRONMENT,
                    FunctionMembers.EPHEMERAL_STORAGE,
                    FunctionMembers.TRACING_CONFIG,
                    FunctionMembers.SNAP_START,
                    FunctionMembers.ARCHITECTURES,
                    FunctionMembers.REVISION_ID,
                    FunctionMembers.TAGS,
                    SHA256,
                    SIZE,
                    LAST_MODIFIED,
                    RESERVED);

    private FunctionDocument() {}

    /// The change that keeps a function.
    static DocumentChange put(FunctionDefinition function) {
        JsonOutput output = new JsonOutput();
        output.document(() -> write(function, output));
        return DocumentChange.put(KIND, function.name(), output.toByteArray());
    }

    /// The change that removes a function.
    static DocumentChange remove(String name) {
        return DocumentChange.remove(KIND, name);
    }

    /// Reads a function back.
    static FunctionDefinition decode(Document document) {
        byte[] bytes = document.content().bytes();
        Fields fields = STORED.decode(new JsonInput(bytes, 0, bytes.length));
        return new FunctionDefinition(
                document.key(),
                FunctionRequests.settings(fields, FunctionSettings.DEFAULTS),
                new CodeReference(fields.require(SHA256), fields.require(SIZE)),
                fields.orElse(FunctionMembers.ARCHITECTURES, List.of("x86_64")).getFirst(),
                Instant.ofEpochMilli(fields.require(LAST_MODIFIED)),
                fields.require(FunctionMembers.REVISION_ID),
                fields.get(RESERVED),
                fields.orElse(FunctionMembers.TAGS, Map.of()));
    }

    private static void write(FunctionDefinition function, JsonOutput output) {
        FunctionJson.writeSettings(function, output);
        output.text(SHA256.name(), function.code().sha256());
        output.whole(SIZE.name(), function.code().size());
        output.whole(LAST_MODIFIED.name(), function.lastModified().toEpochMilli());
        output.text("RevisionId", function.revisionId());
        Integer reserved = function.reservedConcurrency();
        output.wholeOrNone(RESERVED.name(), reserved == null ? null : reserved.longValue());
        FunctionJson.writeTexts("Tags", function.tags(), output);
    }
}
