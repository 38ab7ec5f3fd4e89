package dev.millrace.wire.transfer;

import dev.millrace.model.request.ImportTableRequest;
import dev.millrace.model.transfer.BucketSource;
import dev.millrace.model.transfer.CsvOptions;
import dev.millrace.model.transfer.InputCompressionType;
import dev.millrace.model.transfer.InputFormat;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;
import dev.millrace.wire.table.TableCreationMembers;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What an import is asked for with, and what is told of it again.
final class ImportMembers {
    private static final int HEADERS_MAX = 255;
    private static final int HEADER_CHARS_MAX = 65_536;

    private static final Member<String> KEY_PREFIX = TransferMembers.prefix("S3KeyPrefix");
    static final Member<Fields> SOURCE =
            Member.structure(
                            "S3BucketSource",
                            Structure.of(
                                    "S3BucketSource",
                                    TransferMembers.BUCKET_OWNER,
                                    TransferMembers.BUCKET,
                                    KEY_PREFIX))
                    .required();
    static final Member<String> FORMAT =
            Member.choice("InputFormat", "CSV", "DYNAMODB_JSON", "ION").required();
    static final Member<String> COMPRESSION =
            Member.choice("InputCompressionType", "GZIP", "ZSTD", "NONE");

    private static final Member<String> DELIMITER =
            Member.text("Delimiter").rule(Rules.pattern("[,;:|\\t ]")).rule(Rules.length(1, 1));
    private static final Member<List<String>> HEADERS =
            Member.<String>list("HeaderList", JsonInput::text)
                    .rule(Rules.<String>size(1, HEADERS_MAX))
                    .rule(Rules.each(Rules.length(1, HEADER_CHARS_MAX)));
    private static final Member<Fields> CSV =
            Member.structure("Csv", Structure.of("CsvOptions", DELIMITER, HEADERS));
    static final Member<Fields> OPTIONS =
            Member.structure("InputFormatOptions", Structure.of("InputFormatOptions", CSV));

    private ImportMembers() {}

    /// The request in the fields of a request or of a description.
    static ImportTableRequest request(Fields fields) {
        Fields source = fields.require(SOURCE);
        Fields options = fields.get(OPTIONS);
        return new ImportTableRequest(
                fields.get(TransferMembers.CLIENT_TOKEN),
                new BucketSource(
                        source.require(TransferMembers.BUCKET),
                        source.get(TransferMembers.BUCKET_OWNER),
                        source.get(KEY_PREFIX)),
                InputFormat.valueOf(fields.require(FORMAT)),
                options == null ? null : csv(options),
                fields.choice(COMPRESSION, InputCompressionType.class),
                TableCreationMembers.of(fields.require(TableCreationMembers.MEMBER)));
    }

    private static @Nullable CsvOptions csv(Fields options) {
        Fields csv = options.get(CSV);
        return csv == null ? null : new CsvOptions(csv.get(DELIMITER), csv.get(HEADERS));
    }
}
