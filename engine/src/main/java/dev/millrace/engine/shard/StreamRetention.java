package dev.millrace.engine.shard;

import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long the records of one table's streams stay, as a tag of the table says it: AWS has one
/// retention for all, and so no member for it.
public final class StreamRetention {
    /// The key of the tag.
    public static final String TAG = "millrace:stream-retention";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})([dhm])");

    private StreamRetention() {}

    /// The retention that the tags of a table ask for; null if they ask for none.
    ///
    /// @throws ApiException a `ValidationException` if the tag's value is no retention
    public static @Nullable Duration of(Map<String, String> tags) {
        String value = tags.get(TAG);
        return value == null ? null : parse(value);
    }

    /// Refuses tags that ask for a retention and say none.
    ///
    /// @throws ApiException a `ValidationException`
    public static void check(Map<String, String> tags) {
        of(tags);
    }

    private static Duration parse(String value) {
        Matcher form = FORM.matcher(value);
        if (form.matches()) {
            Duration retention = duration(Long.parseLong(form.group(1)), form.group(2));
            if (retention.compareTo(ShardOptions.RETENTION_MIN) >= 0
                    && retention.compareTo(ShardOptions.RETENTION_MAX) <= 0) {
                return retention;
            }
        }
        throw ApiException.validation(
                "The Tag Value provided is invalid, Value: "
                        + value
                        + "; "
                        + TAG
                        + " takes a number and d, h or m (days, hours, minutes) from 1m to 365d");
    }

    private static Duration duration(long count, String unit) {
        return switch (unit) {
            case "d" -> Duration.ofDays(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofMinutes(count);
        };
    }
}
