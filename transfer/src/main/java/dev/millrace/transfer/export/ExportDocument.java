package dev.millrace.transfer.export;

import dev.millrace.engine.operation.BeginExport;
import dev.millrace.model.document.Document;
import dev.millrace.model.response.ExportDescription;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.transfer.ExportJson;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// An export as it is stored (docs/keyspace.md, "Documents").
///
/// @param number by which the table's past is held for it
/// @param from the position behind which changes count; 0 for the whole table
/// @param to the position of the last change that counts
/// @param keys the names of the key's attributes
/// @param files those that are written
/// @param after the row that they end with, in hexadecimal digits; null before the first
/// @param areAllWritten whether no file is left to be written
record ExportDocument(
        ExportDescription description,
        int number,
        long from,
        long to,
        List<String> keys,
        List<DataFile> files,
        @Nullable String after,
        boolean areAllWritten) {
    private static final Member<Long> NUMBER = Member.longInteger("Number").required();
    private static final Member<Long> FROM = Member.longInteger("From").required();
    private static final Member<Long> TO = Member.longInteger("To").required();
    private static final Member<Long> ITEMS = Member.longInteger("Items").required();
    private static final Member<Long> BYTES = Member.longInteger("Bytes").required();
    private static final Member<List<String>> KEYS =
            Member.<String>list("Keys", JsonInput::text).required();
    private static final Member<List<Fields>> FILES =
            Member.structures("Files", DataFile.STORED).required();
    private static final Member<String> AFTER = Member.text("After");
    private static final Member<Boolean> WRITTEN = Member.truth("AllWritten").required();
    private static final Structure STORED =
            Structure.of(
                    "Export",
                    ExportJson.MEMBER,
                    NUMBER,
                    FROM,
                    TO,
                    ITEMS,
                    BYTES,
                    KEYS,
                    FILES,
                    AFTER,
                    WRITTEN);

    static ExportDocument begin(
            ExportDescription description, int number, BeginExport.Response begun) {
        return new ExportDocument(
                description,
                number,
                begun.from(),
                begun.to(),
                begun.keySchema().attributes().stream().map(key -> key.name()).toList(),
                List.of(),
                null,
                false);
    }

    static ExportDocument decode(Document document) {
        byte[] bytes = document.content().bytes();
        Fields fields = STORED.decode(new JsonInput(bytes, 0, bytes.length));
        return new ExportDocument(
                ExportJson.read(fields.require(ExportJson.MEMBER))
                        .withCounts(fields.require(ITEMS), fields.require(BYTES)),
                fields.require(NUMBER).intValue(),
                fields.require(FROM),
                fields.require(TO),
                fields.require(KEYS),
                fields.require(FILES).stream().map(DataFile::read).toList(),
                fields.get(AFTER),
                fields.require(WRITTEN));
    }

    byte[] encode() {
        JsonOutput output = new JsonOutput();
        output.document(() -> {
            ExportJson.write(description, output);
            output.whole(NUMBER.name(), number);
            output.whole(FROM.name(), from);
            output.whole(TO.name(), to);
            output.whole(ITEMS.name(), description.itemCount());
            output.whole(BYTES.name(), description.billedBytes());
            output.startArray(KEYS.name());
            keys.forEach(output::text);
            output.endArray();
            output.startArray(FILES.name());
            files.forEach(file -> {
                output.startObject();
                file.write(output);
                output.endObject();
            });
            output.endArray();
            output.text(AFTER.name(), after);
            output.truth(WRITTEN.name(), areAllWritten);
        });
        return output.toByteArray();
    }

    /// The row that the files end with; null before the first.
    byte @Nullable [] afterRow() {
        return after == null ? null : HexFormat.of().parseHex(after);
    }

    ExportDocument with(ExportDescription next) {
        return new ExportDocument(next, number, from, to, keys, files, after, areAllWritten);
    }

    /// The same with one more file.
    ///
    /// @param last the row that it ends with; null if nothing is left
    ExportDocument with(DataFile file, long itemBytes, byte @Nullable [] last) {
        List<DataFile> all = new ArrayList<>(files);
        all.add(file);
        return new ExportDocument(
                description.withCounts(
                        description.itemCount() + file.items(),
                        description.billedBytes() + itemBytes),
                number,
                from,
                to,
                keys,
                List.copyOf(all),
                last == null ? after : HexFormat.of().formatHex(last),
                last == null);
    }

    /// The same once it has ended, without what only the work needed.
    ExportDocument ended(ExportDescription next) {
        return new ExportDocument(next, number, from, to, keys, List.of(), null, true);
    }
}
