package dev.millrace.wire.transfer;

import dev.millrace.model.request.ImportTableRequest;
import dev.millrace.model.response.ImportDescription;
import dev.millrace.model.transfer.BucketSource;
import dev.millrace.model.transfer.CsvOptions;
import dev.millrace.model.transfer.ImportCounts;
import dev.millrace.model.transfer.ImportStatus;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.table.TableCreationMembers;

import java.time.Instant;
import java.util.List;

/// What is told of an import, which is also how it is stored.
public final class ImportJson {
    private static final Member<String> ARN = Member.text("ImportArn").required();
    private static final Member<String> STATUS = Member.text("ImportStatus").required();
    private static final Member<String> TABLE_ARN = Member.text("TableArn").required();
    private static final Member<String> TABLE_ID = Member.text("TableId");
    private static final Member<String> LOG_GROUP = Member.text("CloudWatchLogGroupArn").required();
    private static final Member<Instant> START = Member.moment("StartTime").required();
    private static final Member<Instant> END = Member.moment("EndTime");
    private static final Member<Long> BYTES = Member.longInteger("ProcessedSizeBytes").required();
    private static final Member<Long> PROCESSED =
            Member.longInteger("ProcessedItemCount").required();
    private static final Member<Long> IMPORTED = Member.longInteger("ImportedItemCount").required();
    private static final Member<Long> ERRORS = Member.longInteger("ErrorCount").required();

    /// The member that has a description.
    public static final Member<Fields> MEMBER =
            Member.structure(
                            "ImportTableDescription",
                            Structure.of(
                                    "ImportTableDescription",
                                    ARN,
                                    STATUS,
                                    TABLE_ARN,
                                    TABLE_ID,
                                    TransferMembers.CLIENT_TOKEN,
                                    ImportMembers.SOURCE,
                                    ERRORS,
                                    LOG_GROUP,
                                    ImportMembers.FORMAT,
                                    ImportMembers.OPTIONS,
                                    ImportMembers.COMPRESSION,
                                    TableCreationMembers.MEMBER,
                                    START,
                                    END,
                                    BYTES,
                                    PROCESSED,
                                    IMPORTED,
                                    FailureJson.CODE,
                                    FailureJson.MESSAGE))
                    .required();

    private ImportJson() {}

    /// Writes the member.
    public static void write(ImportDescription description, JsonOutput output) {
        output.startObject(MEMBER.name());
        output.text(ARN.name(), description.importArn());
        output.text(STATUS.name(), description.status().name());
        output.text(TABLE_ARN.name(), description.tableArn());
        output.text(TABLE_ID.name(), description.tableId());
        write(description.request(), output);
        output.text(LOG_GROUP.name(), description.logGroupArn());
        output.moment(START.name(), description.startTime());
        output.momentOrNone(END.name(), description.endTime());
        write(description.counts(), output);
        FailureJson.write(description.failure(), output);
        output.endObject();
    }

    /// Reads what [#write] wrote.
    public static ImportDescription read(Fields fields) {
        return new ImportDescription(
                fields.require(ARN),
                ImportStatus.valueOf(fields.require(STATUS)),
                fields.require(TABLE_ARN),
                fields.get(TABLE_ID),
                ImportMembers.request(fields),
                fields.require(LOG_GROUP),
                fields.require(START),
                fields.get(END),
                new ImportCounts(
                        fields.require(BYTES),
                        fields.require(PROCESSED),
                        fields.require(IMPORTED),
                        fields.require(ERRORS)),
                FailureJson.read(fields));
    }

    /// Writes an element of a list, which tells less.
    static void writeSummary(ImportDescription description, JsonOutput output) {
        output.startObject();
        output.text(ARN.name(), description.importArn());
        output.text(STATUS.name(), description.status().name());
        output.text(TABLE_ARN.name(), description.tableArn());
        write(description.request().source(), output);
        output.text(LOG_GROUP.name(), description.logGroupArn());
        output.text(ImportMembers.FORMAT.name(), description.request().format().name());
        output.moment(START.name(), description.startTime());
        output.momentOrNone(END.name(), description.endTime());
        output.endObject();
    }

    private static void write(ImportTableRequest request, JsonOutput output) {
        output.text(TransferMembers.CLIENT_TOKEN.name(), request.clientToken());
        write(request.source(), output);
        output.text(ImportMembers.FORMAT.name(), request.format().name());
        CsvOptions csv = request.csv();
        if (csv != null) {
            write(csv, output);
        }
        if (request.compression() != null) {
            output.text(ImportMembers.COMPRESSION.name(), request.compression().name());
        }
        TableCreationMembers.write(request.table(), output);
    }

    private static void write(BucketSource source, JsonOutput output) {
        output.startObject(ImportMembers.SOURCE.name());
        output.text("S3BucketOwner", source.owner());
        output.text("S3Bucket", source.bucket());
        output.text("S3KeyPrefix", source.keyPrefix());
        output.endObject();
    }

    private static void write(CsvOptions csv, JsonOutput output) {
        output.startObject(ImportMembers.OPTIONS.name());
        output.startObject("Csv");
        output.text("Delimiter", csv.delimiter());
        List<String> headers = csv.headerList();
        if (headers != null) {
            output.startArray("HeaderList");
            headers.forEach(output::text);
            output.endArray();
        }
        output.endObject();
        output.endObject();
    }

    private static void write(ImportCounts counts, JsonOutput output) {
        output.whole(BYTES.name(), counts.processedBytes());
        output.whole(PROCESSED.name(), counts.processedItems());
        output.whole(IMPORTED.name(), counts.importedItems());
        output.whole(ERRORS.name(), counts.errors());
    }
}
