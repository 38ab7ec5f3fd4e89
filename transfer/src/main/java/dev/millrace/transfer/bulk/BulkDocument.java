package dev.millrace.transfer.bulk;

import dev.millrace.model.document.Document;
import dev.millrace.model.response.BulkOperationDescription;
import dev.millrace.model.transfer.BulkCounts;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.transfer.BulkJson;

/// A bulk operation as it is stored (docs/keyspace.md, "Documents").
///
/// @param place how far it has come in the bucket
/// @param report how far its report has come
record BulkDocument(BulkOperationDescription description, Place place, BulkReport report) {
    private static final Member<Fields> PLACE = Member.structure("Place", Place.STORED).required();
    private static final Member<Fields> REPORT =
            Member.structure("Report", BulkReport.STORED).required();
    private static final Structure STORED =
            Structure.of("BulkOperation", BulkJson.MEMBER, PLACE, REPORT);

    static BulkDocument begin(BulkOperationDescription description) {
        return new BulkDocument(description, Place.BEGINNING, BulkReport.NOTHING);
    }

    static BulkDocument decode(Document document) {
        byte[] bytes = document.content().bytes();
        Fields fields = STORED.decode(new JsonInput(bytes, 0, bytes.length));
        return new BulkDocument(
                BulkJson.read(fields.require(BulkJson.MEMBER)),
                Place.read(fields.require(PLACE)),
                BulkReport.read(fields.require(REPORT)));
    }

    byte[] encode() {
        JsonOutput output = new JsonOutput();
        output.document(() -> {
            BulkJson.write(description, output);
            output.startObject(PLACE.name());
            place.write(output);
            output.endObject();
            output.startObject(REPORT.name());
            report.write(output);
            output.endObject();
        });
        return output.toByteArray();
    }

    BulkDocument with(BulkOperationDescription next) {
        return new BulkDocument(next, place, report);
    }

    BulkDocument with(Place next) {
        return new BulkDocument(description, next, report);
    }

    BulkDocument with(BulkReport next) {
        return new BulkDocument(description, place, next);
    }

    /// The same once the size of all objects is known.
    BulkDocument withTotalBytes(long total) {
        BulkCounts counts = description.counts().withTotalBytes(total);
        return with(description.with(counts, description.usage()));
    }
}
