package dev.millrace.wire.stream;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GetRecordsRequest;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The header by which a GetRecords request asks to wait for a record. Amazon's clients never send
/// it, and without it nothing changes.
public final class WaitHeader {

    /// The name of the header; its value is a whole number of seconds.
    public static final String NAME = "X-Millrace-Wait-Seconds";

    /// The longest wait in seconds.
    public static final int SECONDS_MAX = 20;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,2}");

    private WaitHeader() {}

    /// The request with the wait that its headers ask for.
    ///
    /// @param header finds the value of a header by its name
    /// @throws ApiException ValidationException if the value is no number from 0 to 20
    public static GetRecordsRequest apply(
            GetRecordsRequest request, Function<String, @Nullable String> header) {
        String value = header.apply(NAME);
        return value == null ? request : request.withLongestWait(parse(value.strip()));
    }

    private static Duration parse(String value) {
        if (DIGITS.matcher(value).matches()) {
            int seconds = Integer.parseInt(value);
            if (seconds <= SECONDS_MAX) {
                return Duration.ofSeconds(seconds);
            }
        }
        throw ApiException.validation(
                "Header "
                        + NAME
                        + ": '"
                        + value
                        + "' is not a whole number of seconds from 0 to "
                        + SECONDS_MAX);
    }
}
