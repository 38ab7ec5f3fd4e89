package dev.millrace.bench.http;

import org.jspecify.annotations.Nullable;

/// What requests are signed with.
///
/// @param keyId the access key
/// @param secret the secret that goes with it
/// @param token the session token of temporary credentials; null if they are not temporary
public record Credentials(String keyId, String secret, @Nullable String token) {

    @Override
    public String toString() {
        return keyId;
    }
}
