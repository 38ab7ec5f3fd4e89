package dev.millrace.transfer.load;

import dev.millrace.model.document.Document;
import dev.millrace.model.response.ImportDescription;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.transfer.ImportJson;

import org.jspecify.annotations.Nullable;

/// An import as it is stored (docs/keyspace.md, "Documents").
///
/// @param object the key of the object that it is at; null before the first
/// @param records how many records of the object it has dealt with
/// @param isObjectDone whether that is all of it
record ImportDocument(
        ImportDescription description,
        @Nullable String object,
        long records,
        boolean isObjectDone) {
    private static final Member<String> OBJECT = Member.text("Object");
    private static final Member<Long> RECORDS = Member.longInteger("Records").required();
    private static final Member<Boolean> DONE = Member.truth("ObjectDone").required();
    private static final Structure STORED =
            Structure.of("Import", ImportJson.MEMBER, OBJECT, RECORDS, DONE);

    static ImportDocument begin(ImportDescription description) {
        return new ImportDocument(description, null, 0, false);
    }

    static ImportDocument decode(Document document) {
        byte[] bytes = document.content().bytes();
        Fields fields = STORED.decode(new JsonInput(bytes, 0, bytes.length));
        return new ImportDocument(
                ImportJson.read(fields.require(ImportJson.MEMBER)),
                fields.get(OBJECT),
                fields.require(RECORDS),
                fields.require(DONE));
    }

    byte[] encode() {
        JsonOutput output = new JsonOutput();
        output.document(() -> {
            ImportJson.write(description, output);
            output.text(OBJECT.name(), object);
            output.whole(RECORDS.name(), records);
            output.truth(DONE.name(), isObjectDone);
        });
        return output.toByteArray();
    }

    ImportDocument with(ImportDescription next) {
        return new ImportDocument(next, object, records, isObjectDone);
    }
}
