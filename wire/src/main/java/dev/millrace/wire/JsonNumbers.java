package dev.millrace.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;
import java.time.Instant;

/// Reads the number that a parser stands on.
final class JsonNumbers {
    // Some 30,000 years: what is further away is as good as that.
    private static final double MOMENT_SECONDS_MAX = 1e12;

    private JsonNumbers() {}

    /// The number as a whole one; fractions are cut off, larger numbers become the nearest that
    /// fits.
    ///
    /// @param type what the service model calls it, for the error's text
    static long whole(JsonParser parser, String type) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> wholeNumber(parser);
            case VALUE_NUMBER_FLOAT -> (long) Math.floor(parser.getDoubleValue());
            default -> throw JsonMismatch.scalar(parser.currentToken(), type);
        };
    }

    /// The number with or without a fraction.
    static double fraction(JsonParser parser, String type) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> throw JsonMismatch.scalar(token, type);
        };
    }

    /// The moment that many seconds after the beginning of 1970, to the millisecond.
    static Instant moment(double seconds) {
        return Instant.ofEpochMilli(
                Math.round(Math.clamp(seconds, -MOMENT_SECONDS_MAX, MOMENT_SECONDS_MAX) * 1_000));
    }

    private static long wholeNumber(JsonParser parser) throws IOException {
        if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        return parser.getText().startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
