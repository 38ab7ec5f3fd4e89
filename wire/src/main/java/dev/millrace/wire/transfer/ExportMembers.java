package dev.millrace.wire.transfer;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExportTableToPointInTimeRequest;
import dev.millrace.model.transfer.BucketTarget;
import dev.millrace.model.transfer.ExportFormat;
import dev.millrace.model.transfer.ExportViewType;
import dev.millrace.model.transfer.IncrementalSpecification;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What an export is asked for with, and what is told of it again.
final class ExportMembers {
    static final String FULL = "FULL_EXPORT";
    static final String INCREMENTAL = "INCREMENTAL_EXPORT";
    private static final int KMS_KEY_CHARS_MAX = 2_048;

    static final Member<String> TABLE_ARN =
            Member.<String>of(
                            "TableArn",
                            input -> {
                                String text = input.text();
                                TableName.note(text, input);
                                return text;
                            })
                    .required()
                    .rule(Rules.length(1, TableName.ARN_CHARS_MAX));
    static final Member<Instant> EXPORT_TIME = Member.moment("ExportTime");
    static final Member<String> PREFIX = TransferMembers.prefix("S3Prefix");
    static final Member<String> SSE_ALGORITHM = Member.choice("S3SseAlgorithm", "KMS", "AES256");
    static final Member<String> SSE_KMS_KEY_ID =
            Member.text("S3SseKmsKeyId").rule(Rules.length(1, KMS_KEY_CHARS_MAX));
    static final Member<String> FORMAT = Member.choice("ExportFormat", "ION", "DYNAMODB_JSON");
    static final Member<String> TYPE = Member.choice("ExportType", INCREMENTAL, FULL);

    private static final Member<Instant> FROM = Member.moment("ExportFromTime");
    private static final Member<Instant> TO = Member.moment("ExportToTime");
    private static final Member<String> VIEW_TYPE =
            Member.choice("ExportViewType", "NEW_AND_OLD_IMAGES", "NEW_IMAGE");
    static final Member<Fields> SPECIFICATION =
            Member.structure(
                    "IncrementalExportSpecification",
                    Structure.of("IncrementalExportSpecification", FROM, TO, VIEW_TYPE));

    private ExportMembers() {}

    /// The request in the fields of a request or of a description.
    static ExportTableToPointInTimeRequest request(Fields fields) {
        return new ExportTableToPointInTimeRequest(
                fields.require(TABLE_ARN),
                fields.get(EXPORT_TIME),
                fields.get(TransferMembers.CLIENT_TOKEN),
                new BucketTarget(
                        fields.require(TransferMembers.BUCKET),
                        fields.get(TransferMembers.BUCKET_OWNER),
                        fields.get(PREFIX),
                        fields.get(SSE_ALGORITHM),
                        fields.get(SSE_KMS_KEY_ID)),
                specification(fields),
                fields.choice(FORMAT, ExportFormat.DYNAMODB_JSON));
    }

    private static @Nullable IncrementalSpecification specification(Fields fields) {
        Fields given = fields.get(SPECIFICATION);
        boolean isIncremental = fields.orElse(TYPE, FULL).equals(INCREMENTAL);
        if (isIncremental && given == null) {
            throw ApiException.invalidParameter(
                    "IncrementalExportSpecification must be provided for INCREMENTAL_EXPORT");
        }
        if (!isIncremental && given != null) {
            throw ApiException.invalidParameter(
                    "IncrementalExportSpecification cannot be provided for FULL_EXPORT");
        }
        return given == null
                ? null
                : new IncrementalSpecification(
                        given.get(FROM),
                        given.get(TO),
                        given.choice(VIEW_TYPE, ExportViewType.class));
    }
}
