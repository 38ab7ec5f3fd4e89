package dev.millrace.wire.stream;

import dev.millrace.wire.name.StreamArn;
import dev.millrace.wire.shape.Fields;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;

/// The members that several operations on streams share.
final class StreamMembers {
    private static final int SHARD_ID_CHARS_MIN = 28;
    private static final int SHARD_ID_CHARS_MAX = 65;

    static final Member<String> STREAM_ARN = StreamArn.member("StreamArn").required();

    private StreamMembers() {}

    static String streamArn(Fields fields) {
        return StreamArn.requireForm(fields.require(STREAM_ARN));
    }

    static Member<String> shardId(String name) {
        return Member.text(name).rule(Rules.length(SHARD_ID_CHARS_MIN, SHARD_ID_CHARS_MAX));
    }

    static Member<Integer> limit(int max) {
        return Member.integer("Limit").rule(Rules.atLeast(1)).rule(Rules.atMost(max));
    }
}
