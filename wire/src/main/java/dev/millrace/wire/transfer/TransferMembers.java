package dev.millrace.wire.transfer;

import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;

/// What requests for exports and imports have in common.
final class TransferMembers {
    private static final int ARN_CHARS_MIN = 37;
    private static final int BUCKET_CHARS_MAX = 255;
    private static final int PREFIX_CHARS_MAX = 1_024;

    static final int PAGE_SIZE_MAX = 25;

    static final Member<String> CLIENT_TOKEN =
            Member.text("ClientToken").rule(Rules.pattern("^[^\\$]+$"));
    static final Member<String> BUCKET = bucket().required();
    static final Member<String> BUCKET_OWNER =
            Member.text("S3BucketOwner").rule(Rules.pattern("[0-9]{12}"));

    private TransferMembers() {}

    static Member<String> bucket() {
        return Member.text("S3Bucket")
                .rule(Rules.pattern("^[a-z0-9A-Z]+[\\.\\-\\w]*[a-z0-9A-Z]+$"))
                .rule(Rules.length(0, BUCKET_CHARS_MAX));
    }

    static Member<String> prefix(String name) {
        return Member.text(name).rule(Rules.length(0, PREFIX_CHARS_MAX));
    }

    static Member<String> arn(String name) {
        return Member.text(name)
                .required()
                .rule(Rules.length(ARN_CHARS_MIN, TableName.ARN_CHARS_MAX));
    }

    static Member<String> tableArn() {
        return Member.text("TableArn").rule(Rules.length(1, TableName.ARN_CHARS_MAX));
    }

    static Member<Integer> pageSize(String name) {
        return Member.integer(name).rule(Rules.atLeast(1)).rule(Rules.atMost(PAGE_SIZE_MAX));
    }
}
