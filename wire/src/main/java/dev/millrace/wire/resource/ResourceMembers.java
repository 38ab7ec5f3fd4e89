package dev.millrace.wire.resource;

import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;

/// The members that the operations on resources share.
final class ResourceMembers {
    private static final int ARN_CHARS_MAX = 1_283;
    private static final int REVISION_CHARS_MAX = 255;

    static final Member<String> RESOURCE_ARN =
            Member.text("ResourceArn").required().rule(Rules.length(1, ARN_CHARS_MAX));
    static final Member<String> EXPECTED_REVISION_ID =
            Member.text("ExpectedRevisionId").rule(Rules.length(1, REVISION_CHARS_MAX));

    private ResourceMembers() {}
}
