package dev.millrace.wire.transfer;

import dev.millrace.model.request.ExportTableToPointInTimeRequest;
import dev.millrace.model.response.ExportDescription;
import dev.millrace.model.transfer.BucketTarget;
import dev.millrace.model.transfer.ExportStatus;
import dev.millrace.model.transfer.ExportViewType;
import dev.millrace.model.transfer.IncrementalSpecification;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import java.time.Instant;

/// What is told of an export, which is also how it is stored.
public final class ExportJson {
    private static final Member<String> ARN = Member.text("ExportArn").required();
    private static final Member<String> STATUS = Member.text("ExportStatus").required();
    private static final Member<Instant> START = Member.moment("StartTime").required();
    private static final Member<Instant> END = Member.moment("EndTime");
    private static final Member<String> MANIFEST = Member.text("ExportManifest");
    private static final Member<String> TABLE_ID = Member.text("TableId").required();
    private static final Member<Long> BYTES = Member.longInteger("BilledSizeBytes");
    private static final Member<Long> ITEMS = Member.longInteger("ItemCount");

    /// The member that has a description.
    public static final Member<Fields> MEMBER =
            Member.structure(
                            "ExportDescription",
                            Structure.of(
                                    "ExportDescription",
                                    ARN,
                                    STATUS,
                                    START,
                                    END,
                                    MANIFEST,
                                    ExportMembers.TABLE_ARN,
                                    TABLE_ID,
                                    ExportMembers.EXPORT_TIME,
                                    TransferMembers.CLIENT_TOKEN,
                                    TransferMembers.BUCKET,
                                    TransferMembers.BUCKET_OWNER,
                                    ExportMembers.PREFIX,
                                    ExportMembers.SSE_ALGORITHM,
                                    ExportMembers.SSE_KMS_KEY_ID,
                                    FailureJson.CODE,
                                    FailureJson.MESSAGE,
                                    ExportMembers.FORMAT,
                                    BYTES,
                                    ITEMS,
                                    ExportMembers.TYPE,
                                    ExportMembers.SPECIFICATION))
                    .required();

    private ExportJson() {}

    /// Writes the member.
    public static void write(ExportDescription description, JsonOutput output) {
        output.startObject(MEMBER.name());
        output.text(ARN.name(), description.exportArn());
        output.text(STATUS.name(), description.status().name());
        output.moment(START.name(), description.startTime());
        output.momentOrNone(END.name(), description.endTime());
        output.text(MANIFEST.name(), description.manifest());
        output.text(TABLE_ID.name(), description.tableId());
        write(description.request(), output);
        FailureJson.write(description.failure(), output);
        if (description.status() == ExportStatus.COMPLETED) {
            output.whole(BYTES.name(), description.billedBytes());
            output.whole(ITEMS.name(), description.itemCount());
        }
        output.endObject();
    }

    /// Reads what [#write] wrote.
    public static ExportDescription read(Fields fields) {
        return new ExportDescription(
                fields.require(ARN),
                ExportStatus.valueOf(fields.require(STATUS)),
                fields.require(TABLE_ID),
                ExportMembers.request(fields),
                fields.require(START),
                fields.get(MANIFEST),
                fields.get(END),
                fields.orElse(ITEMS, 0L),
                fields.orElse(BYTES, 0L),
                FailureJson.read(fields));
    }

    /// Writes an element of a list, which tells less.
    static void writeSummary(ExportDescription description, JsonOutput output) {
        output.startObject();
        output.text(ARN.name(), description.exportArn());
        output.text(STATUS.name(), description.status().name());
        output.text(ExportMembers.TYPE.name(), type(description.request()));
        output.endObject();
    }

    private static void write(ExportTableToPointInTimeRequest request, JsonOutput output) {
        output.text(ExportMembers.TABLE_ARN.name(), request.tableArn());
        output.momentOrNone(ExportMembers.EXPORT_TIME.name(), request.exportTime());
        output.text(TransferMembers.CLIENT_TOKEN.name(), request.clientToken());
        BucketTarget target = request.target();
        output.text(TransferMembers.BUCKET.name(), target.bucket());
        output.text(TransferMembers.BUCKET_OWNER.name(), target.owner());
        output.text(ExportMembers.PREFIX.name(), target.prefix());
        output.text(ExportMembers.SSE_ALGORITHM.name(), target.sseAlgorithm());
        output.text(ExportMembers.SSE_KMS_KEY_ID.name(), target.sseKmsKeyId());
        output.text(ExportMembers.FORMAT.name(), request.format().name());
        output.text(ExportMembers.TYPE.name(), type(request));
        IncrementalSpecification incremental = request.incremental();
        if (incremental != null) {
            write(incremental, output);
        }
    }

    private static void write(IncrementalSpecification incremental, JsonOutput output) {
        output.startObject(ExportMembers.SPECIFICATION.name());
        output.momentOrNone("ExportFromTime", incremental.from());
        output.momentOrNone("ExportToTime", incremental.to());
        ExportViewType view = incremental.viewType();
        output.text("ExportViewType", view == null ? null : view.name());
        output.endObject();
    }

    private static String type(ExportTableToPointInTimeRequest request) {
        return request.incremental() == null ? ExportMembers.FULL : ExportMembers.INCREMENTAL;
    }
}
