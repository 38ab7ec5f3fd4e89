package dev.millrace.transfer.bulk;

import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

/// How far the report of a bulk operation has come. Lines are first kept as documents of the
/// engine, in the commit that deals with their records, and go from there into the bucket, many in
/// one file.
///
/// @param files how many are in the bucket
/// @param lines how many lines there are in all
/// @param kept the number of the next document
/// @param keptBytes of the documents that are not in the bucket yet
record BulkReport(long files, long lines, long kept, long keptBytes) {
    private static final Member<Long> FILES = Member.longInteger("Files").required();
    private static final Member<Long> LINES = Member.longInteger("Lines").required();
    private static final Member<Long> KEPT = Member.longInteger("Kept").required();
    private static final Member<Long> KEPT_BYTES = Member.longInteger("KeptBytes").required();
    static final Structure STORED = Structure.of("Report", FILES, LINES, KEPT, KEPT_BYTES);

    static final BulkReport NOTHING = new BulkReport(0, 0, 0, 0);

    static BulkReport read(Fields fields) {
        return new BulkReport(
                fields.require(FILES),
                fields.require(LINES),
                fields.require(KEPT),
                fields.require(KEPT_BYTES));
    }

    void write(JsonOutput output) {
        output.whole(FILES.name(), files);
        output.whole(LINES.name(), lines);
        output.whole(KEPT.name(), kept);
        output.whole(KEPT_BYTES.name(), keptBytes);
    }

    /// With one more document.
    BulkReport keep(long moreLines, long bytes) {
        return new BulkReport(files, lines + moreLines, kept + 1, keptBytes + bytes);
    }

    /// With one more file, which has all that was kept.
    BulkReport written() {
        return new BulkReport(files + 1, lines, kept, 0);
    }

    /// The key of a document among those of an operation.
    static String key(String id, long number) {
        return "%s/%012d".formatted(id, number);
    }
}
