package dev.millrace.engine.token;

import dev.millrace.model.value.Binary;

import java.time.Duration;
import java.util.Map;

/// A client request token that a transaction was carried out with.
///
/// @param text what the client chose
/// @param digest tells requests with the same token apart
/// @param expiry milliseconds since 1970 at which the token is no longer valid
/// @param replayUnits the read capacity units that answering the same request again costs, by
///   table, in the order of the request
public record RequestToken(String text, Binary digest, long expiry, Map<String, Long> replayUnits) {
    /// How long a token is valid (dynamodb-api reference, section 4).
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    /// Whether the token is no longer valid at `millis` since 1970.
    public boolean isExpired(long millis) {
        return expiry <= millis;
    }
}
