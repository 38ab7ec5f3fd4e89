package dev.millrace.wire;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.ConditionalCheckFailedException;
import dev.millrace.model.response.ThrottlingReason;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.response.TransactionCanceledException;

import java.util.List;

/// The body of an answer that is an error: its type, its text if it has one, and what the kind of
/// error adds.
public final class ErrorBody {
    private ErrorBody() {}

    /// The JSON for `error`.
    public static byte[] of(ApiException error) {
        JsonOutput output = new JsonOutput();
        output.document(() -> write(error, output));
        return output.toByteArray();
    }

    private static void write(ApiException error, JsonOutput output) {
        output.text("__type", error.error().type());
        if (error instanceof TransactionCanceledException cancelled) {
            write(cancelled.reasons(), output);
        }
        output.text(error.error().messageMember(), error.getMessage());
        if (error instanceof ConditionalCheckFailedException failed) {
            output.item("Item", failed.item());
        }
        if (error instanceof ThroughputExceededException exceeded) {
            write(exceeded, output);
        }
    }

    // The service model spells the member differently for the two kinds of error.
    private static void write(ThroughputExceededException exceeded, JsonOutput output) {
        boolean lower = exceeded.error() == ApiError.THROTTLING;
        output.startArray(lower ? "throttlingReasons" : "ThrottlingReasons");
        for (ThrottlingReason reason : exceeded.reasons()) {
            output.startObject();
            output.text("reason", reason.reason());
            output.text("resource", reason.resource());
            output.endObject();
        }
        output.endArray();
    }

    private static void write(List<CancellationReason> reasons, JsonOutput output) {
        output.startArray("CancellationReasons");
        for (CancellationReason reason : reasons) {
            output.startObject();
            output.text("Code", reason.code());
            output.text("Message", reason.message());
            output.item("Item", reason.item());
            output.endObject();
        }
        output.endArray();
    }
}
