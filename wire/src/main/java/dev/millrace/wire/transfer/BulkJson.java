package dev.millrace.wire.transfer;

import dev.millrace.model.response.BulkOperationDescription;
import dev.millrace.model.transfer.BulkCounts;
import dev.millrace.model.transfer.BulkStatus;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import java.time.Instant;
import java.util.List;

/// What is told of a bulk operation, which is also how it is stored.
public final class BulkJson {
    private static final Member<String> ARN = Member.text("BulkOperationArn").required();
    private static final Member<String> STATUS = Member.text("BulkOperationStatus").required();
    private static final Member<String> TABLE_NAME = Member.text("TableName").required();
    private static final Member<String> TABLE_ID = Member.text("TableId").required();
    private static final Member<List<Fields>> TABLES =
            Member.structures(
                            "TableDetails",
                            Structure.of("BulkOperationTableDetail", TABLE_NAME, TABLE_ID))
                    .required();
    private static final Member<Instant> START = Member.moment("StartTime").required();
    private static final Member<Instant> END = Member.moment("EndTime");
    private static final Member<Long> ITEMS = Member.longInteger("ProcessedItemCount").required();
    private static final Member<Long> BYTES = Member.longInteger("ProcessedInputBytes").required();
    private static final Member<Long> TOTAL = Member.longInteger("TotalInputBytes");
    private static final Member<Long> FAILED = Member.longInteger("FailedItemCount").required();
    private static final Member<List<Fields>> USAGE =
            Member.structures("BulkOperationUsage", BulkUsageJson.USAGE).required();

    /// The member that has a description.
    public static final Member<Fields> MEMBER =
            Member.structure(
                            "BulkOperationDescription",
                            Structure.of(
                                    "BulkOperationDescription",
                                    ARN,
                                    STATUS,
                                    TABLES,
                                    TransferMembers.CLIENT_TOKEN,
                                    BulkMembers.INPUT,
                                    BulkMembers.OUTPUT,
                                    START,
                                    END,
                                    ITEMS,
                                    BYTES,
                                    TOTAL,
                                    USAGE,
                                    FAILED,
                                    FailureJson.CODE,
                                    FailureJson.MESSAGE,
                                    BulkMembers.WRITE_UNITS,
                                    BulkMembers.TIER))
                    .required();

    private BulkJson() {}

    /// Writes the member.
    public static void write(BulkOperationDescription description, JsonOutput output) {
        String table = description.request().tableName();
        output.startObject(MEMBER.name());
        output.text(ARN.name(), description.bulkOperationArn());
        output.text(STATUS.name(), description.status().name());
        output.startArray(TABLES.name());
        output.startObject();
        output.text(TABLE_NAME.name(), table);
        output.text(TABLE_ID.name(), description.tableId());
        output.endObject();
        output.endArray();
        BulkMembers.write(description.request(), output);
        output.moment(START.name(), description.startTime());
        output.momentOrNone(END.name(), description.endTime());
        write(description.counts(), output);
        output.startArray(USAGE.name());
        BulkUsageJson.write(table, description.usage(), output);
        output.endArray();
        FailureJson.write(description.failure(), output);
        output.endObject();
    }

    /// Reads what [#write] wrote.
    public static BulkOperationDescription read(Fields fields) {
        Fields table = fields.require(TABLES).getFirst();
        return new BulkOperationDescription(
                fields.require(ARN),
                BulkStatus.valueOf(fields.require(STATUS)),
                table.require(TABLE_ID),
                BulkMembers.request(table.require(TABLE_NAME), fields),
                fields.require(START),
                fields.get(END),
                new BulkCounts(
                        fields.require(ITEMS),
                        fields.require(FAILED),
                        fields.require(BYTES),
                        fields.get(TOTAL)),
                BulkUsageJson.read(fields.require(USAGE).getFirst()),
                FailureJson.read(fields));
    }

    /// Writes an element of a list, which tells less.
    static void writeSummary(BulkOperationDescription description, JsonOutput output) {
        output.startObject();
        output.text(ARN.name(), description.bulkOperationArn());
        output.text(STATUS.name(), description.status().name());
        output.moment(START.name(), description.startTime());
        output.momentOrNone(END.name(), description.endTime());
        output.endObject();
    }

    private static void write(BulkCounts counts, JsonOutput output) {
        output.whole(ITEMS.name(), counts.items());
        output.whole(BYTES.name(), counts.bytes());
        output.wholeOrNone(TOTAL.name(), counts.totalBytes());
        output.whole(FAILED.name(), counts.failed());
    }
}
