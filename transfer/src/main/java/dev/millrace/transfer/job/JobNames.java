package dev.millrace.transfer.job;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of exports, imports and bulk operations.
///
/// @param account twelve digits
/// @param uuids makes the part of an id that chance decides
public record JobNames(String region, String account, Supplier<String> uuids) {
    private static final int CHANCE_DIGITS = 8;
    private static final Pattern ARN =
            Pattern.compile(
                    "arn:aws[^:]*:dynamodb:[^:]*:[0-9]*:table/[a-zA-Z0-9_.-]+/(import|export|bulk-put)/"
                        + "([0-9]{14}-[0-9a-f]{8})");

    /// An id of its own for a job that begins at `moment`: fourteen digits of its milliseconds and
    /// eight of chance.
    public String newId(Instant moment) {
        return "%014d-%s".formatted(moment.toEpochMilli(), uuids.get().substring(0, CHANCE_DIGITS));
    }

    /// The ARN of a table.
    public String tableArn(String tableName) {
        return "arn:aws:dynamodb:" + region + ":" + account + ":table/" + tableName;
    }

    /// The ARN of a job.
    ///
    /// @param kind `import`, `export` or `bulk-put`
    public String arn(String tableName, String kind, String id) {
        return tableArn(tableName) + "/" + kind + "/" + id;
    }

    /// Where AWS logs what it cannot import.
    public String logGroupArn() {
        return "arn:aws:logs:" + region + ":" + account + ":log-group:/aws-dynamodb/imports:*";
    }

    /// The id in an ARN, if it is one of a job of this kind.
    public static Optional<String> idOf(String arn, String kind) {
        Matcher parts = ARN.matcher(arn);
        return parts.matches() && parts.group(1).equals(kind)
                ? Optional.of(parts.group(2))
                : Optional.empty();
    }
}
