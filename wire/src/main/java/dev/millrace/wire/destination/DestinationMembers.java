package dev.millrace.wire.destination;

import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;
import dev.millrace.wire.shape.Structure;

import org.jspecify.annotations.Nullable;

/// Members that several operations on destinations have in common.
final class DestinationMembers {
    private static final int ARN_CHARS_MAX = 1_024;

    /// The stream. AWS takes any text here, and only says later what is wrong with it.
    static final Member<String> STREAM_ARN =
            Member.text("StreamArn").required().rule(Rules.length(0, ARN_CHARS_MAX));

    private static final Member<String> PRECISION =
            Member.choice("ApproximateCreationDateTimePrecision", "MILLISECOND", "MICROSECOND");

    private DestinationMembers() {}

    /// A member that holds a precision.
    static Member<Fields> configuration(String name) {
        return Member.structure(name, Structure.of(name, PRECISION));
    }

    /// The precision in such a member; null if it, or the member, is not there.
    static @Nullable ApproximateCreationDateTimePrecision precision(
            Fields request, Member<Fields> configuration) {
        Fields given = request.get(configuration);
        return given == null
                ? null
                : given.choice(PRECISION, ApproximateCreationDateTimePrecision.class);
    }

    /// Writes what becomes of a destination.
    static void write(KinesisStreamingDestinationResponse response, JsonOutput output) {
        output.text("TableName", output.ofTable(response.tableName()));
        output.text("StreamArn", response.streamArn());
        output.text("DestinationStatus", response.destinationStatus().name());
    }

    /// Writes a precision, or leaves it out for null.
    static void write(@Nullable ApproximateCreationDateTimePrecision precision, JsonOutput output) {
        output.text(PRECISION.name(), precision == null ? null : precision.name());
    }
}
