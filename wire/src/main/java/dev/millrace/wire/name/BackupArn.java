package dev.millrace.wire.name;

import dev.millrace.wire.shape.Member;
import dev.millrace.wire.shape.Rules;

/// How requests name a backup.
public final class BackupArn {
    private static final int CHARS_MIN = 37;
    private static final int CHARS_MAX = 1_024;

    /// The ARN of the backup that an operation is about.
    public static final Member<String> MEMBER = optional("BackupArn").required();

    private BackupArn() {}

    /// A member that is the ARN of a backup.
    public static Member<String> optional(String member) {
        return Member.text(member).rule(Rules.length(CHARS_MIN, CHARS_MAX));
    }
}
