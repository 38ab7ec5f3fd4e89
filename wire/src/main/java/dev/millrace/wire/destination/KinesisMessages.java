package dev.millrace.wire.destination;

import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The little of Kinesis's JSON protocol that sending takes: the bodies of PutRecords and
/// DescribeStreamSummary, and what matters of their answers.
public final class KinesisMessages {
    private static final Member<String> ERROR_CODE = Member.text("ErrorCode");
    private static final Member<List<Fields>> RECORDS =
            Member.structures("Records", Structure.of("PutRecordsResultEntry", ERROR_CODE))
                    .required();
    private static final Structure PUT_RECORDS = Structure.of("PutRecordsOutput", RECORDS);

    private static final Member<String> STATUS = Member.text("StreamStatus").required();
    private static final Member<String> ARN = Member.text("StreamARN");
    private static final Member<Fields> SUMMARY =
            Member.structure(
                            "StreamDescriptionSummary",
                            Structure.of("StreamDescriptionSummary", STATUS, ARN))
                    .required();
    private static final Structure DESCRIBED = Structure.of("DescribeStreamSummaryOutput", SUMMARY);

    private static final Member<String> TYPE = Member.text("__type");
    private static final Member<String> MESSAGE = Member.text("message");
    private static final Structure ERROR = Structure.of("Error", TYPE, MESSAGE);

    private KinesisMessages() {}

    /// What is known of a stream.
    ///
    /// @param status as Kinesis spells it
    /// @param arn null if the service does not tell
    public record StreamSummary(String status, @Nullable String arn) {}

    /// What a service answers that refuses.
    ///
    /// @param code without what may stand before a `#`; empty if the service tells none
    public record Refusal(String code, String message) {}

    /// The body of PutRecords.
    public static byte[] putRecords(String streamName, List<KinesisEntry> entries) {
        JsonOutput output = new JsonOutput();
        output.document(() -> {
            output.startArray("Records");
            for (KinesisEntry entry : entries) {
                output.startObject();
                output.text("Data", Base64.getEncoder().encodeToString(entry.data().bytes()));
                output.text("PartitionKey", entry.partitionKey());
                output.endObject();
            }
            output.endArray();
            output.text("StreamName", streamName);
        });
        return output.toByteArray();
    }

    /// For each record of a PutRecords, in their order, why it was not taken; null if it was.
    ///
    /// @throws dev.millrace.model.error.ApiException if the answer is not one to PutRecords
    public static List<@Nullable String> refusals(byte[] answer) {
        List<@Nullable String> codes = new ArrayList<>();
        for (Fields entry : PUT_RECORDS.decode(input(answer)).require(RECORDS)) {
            codes.add(entry.get(ERROR_CODE));
        }
        return codes;
    }

    /// The body of DescribeStreamSummary.
    public static byte[] describeStreamSummary(String streamName) {
        JsonOutput output = new JsonOutput();
        output.document(() -> output.text("StreamName", streamName));
        return output.toByteArray();
    }

    /// The answer to DescribeStreamSummary.
    ///
    /// @throws dev.millrace.model.error.ApiException if it is not one
    public static StreamSummary streamSummary(byte[] answer) {
        Fields summary = DESCRIBED.decode(input(answer)).require(SUMMARY);
        return new StreamSummary(summary.require(STATUS), summary.get(ARN));
    }

    /// What an answer says that is an error.
    ///
    /// @throws dev.millrace.model.error.ApiException if it is no JSON at all
    public static Refusal refusal(byte[] answer) {
        Fields error = ERROR.decode(input(answer));
        String type = error.orElse(TYPE, "");
        return new Refusal(type.substring(type.indexOf('#') + 1), error.orElse(MESSAGE, ""));
    }

    private static JsonInput input(byte[] answer) {
        return new JsonInput(answer, 0, answer.length);
    }
}
