package dev.millrace.wire.transfer;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.StartBulkPutItemsRequest;
import dev.millrace.model.transfer.BucketSource;
import dev.millrace.model.transfer.BucketTarget;
import dev.millrace.model.transfer.BulkInput;
import dev.millrace.model.transfer.BulkOutput;
import dev.millrace.model.transfer.BulkOutputType;
import dev.millrace.model.transfer.InputCompressionType;
import dev.millrace.model.transfer.InputFormat;
import dev.millrace.model.transfer.PerformanceTier;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import java.util.List;

/// What a bulk operation is asked for with, and what is told of it again.
final class BulkMembers {
    private static final long WRITE_UNITS_MIN = 1_024;

    private static final Member<String> KEY_PREFIX = TransferMembers.prefix("S3KeyPrefix");
    private static final Member<String> FORMAT =
            Member.choice("InputFormat", "DYNAMODB_JSON", "ION").required();
    static final Member<Fields> INPUT =
            Member.structure(
                            "InputS3Configuration",
                            Structure.of(
                                    "InputS3Configuration",
                                    TransferMembers.BUCKET_OWNER,
                                    TransferMembers.BUCKET,
                                    KEY_PREFIX,
                                    FORMAT,
                                    ImportMembers.COMPRESSION))
                    .required();
    private static final Member<List<String>> TYPES =
            Member.<String>list("OutputType", JsonInput::text)
                    .required()
                    .rule(Rules.each(Rules.oneOf("ERROR", "CONDITION_CHECK_FAILURE")));
    private static final Member<String> OUTPUT_BUCKET = TransferMembers.bucket();
    static final Member<Fields> OUTPUT =
            Member.structure(
                            "OutputS3Configuration",
                            Structure.of(
                                    "OutputS3Configuration",
                                    TransferMembers.BUCKET_OWNER,
                                    OUTPUT_BUCKET,
                                    KEY_PREFIX,
                                    ExportMembers.SSE_ALGORITHM,
                                    ExportMembers.SSE_KMS_KEY_ID,
                                    TYPES))
                    .required();
    static final Member<Long> WRITE_UNITS =
            Member.longInteger("MaxWriteRequestUnits").rule(Rules.atLeast(WRITE_UNITS_MIN));
    static final Member<String> TIER = Member.choice("PerformanceTier", "STANDARD", "ACCELERATED");

    private BulkMembers() {}

    /// The request in the fields of a request or of a description.
    static StartBulkPutItemsRequest request(String tableName, Fields fields) {
        Fields input = fields.require(INPUT);
        return new StartBulkPutItemsRequest(
                TableName.of(tableName),
                fields.get(TransferMembers.CLIENT_TOKEN),
                new BulkInput(
                        new BucketSource(
                                input.require(TransferMembers.BUCKET),
                                input.get(TransferMembers.BUCKET_OWNER),
                                input.get(KEY_PREFIX)),
                        InputFormat.valueOf(input.require(FORMAT)),
                        input.choice(ImportMembers.COMPRESSION, InputCompressionType.class)),
                output(fields.require(OUTPUT)),
                fields.get(WRITE_UNITS),
                fields.choice(TIER, PerformanceTier.STANDARD));
    }

    private static BulkOutput output(Fields output) {
        String bucket = output.get(OUTPUT_BUCKET);
        List<String> types = output.require(TYPES);
        if (bucket == null || types.isEmpty()) {
            throw ApiException.invalidParameter(
                    "OutputS3Configuration must have S3Bucket and at least one OutputType");
        }
        return new BulkOutput(
                new BucketTarget(
                        bucket,
                        output.get(TransferMembers.BUCKET_OWNER),
                        output.get(KEY_PREFIX),
                        output.get(ExportMembers.SSE_ALGORITHM),
                        output.get(ExportMembers.SSE_KMS_KEY_ID)),
                types.stream().map(BulkOutputType::valueOf).distinct().toList());
    }

    static void write(StartBulkPutItemsRequest request, JsonOutput output) {
        output.text(TransferMembers.CLIENT_TOKEN.name(), request.clientToken());
        write(request.input(), output);
        write(request.output(), output);
        output.wholeOrNone(WRITE_UNITS.name(), request.maxWriteRequestUnits());
        output.text(TIER.name(), request.tier().name());
    }

    private static void write(BulkInput input, JsonOutput output) {
        output.startObject(INPUT.name());
        output.text(TransferMembers.BUCKET_OWNER.name(), input.source().owner());
        output.text(TransferMembers.BUCKET.name(), input.source().bucket());
        output.text(KEY_PREFIX.name(), input.source().keyPrefix());
        output.text(FORMAT.name(), input.format().name());
        if (input.compression() != null) {
            output.text(ImportMembers.COMPRESSION.name(), input.compression().name());
        }
        output.endObject();
    }

    private static void write(BulkOutput bulk, JsonOutput output) {
        BucketTarget target = bulk.target();
        output.startObject(OUTPUT.name());
        output.text(TransferMembers.BUCKET_OWNER.name(), target.owner());
        output.text(OUTPUT_BUCKET.name(), target.bucket());
        output.text(KEY_PREFIX.name(), target.prefix());
        output.text(ExportMembers.SSE_ALGORITHM.name(), target.sseAlgorithm());
        output.text(ExportMembers.SSE_KMS_KEY_ID.name(), target.sseKmsKeyId());
        output.startArray(TYPES.name());
        bulk.types().forEach(type -> output.text(type.name()));
        output.endArray();
        output.endObject();
    }
}
