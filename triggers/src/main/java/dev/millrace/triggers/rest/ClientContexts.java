package dev.millrace.triggers.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.Base64;

/// What callers of Invoke tell of themselves, in Base64 in a header.
final class ClientContexts {
    /// The most bytes of it (lambda-esm reference, section 13.1).
    static final int BYTES_MAX = 3_583;

    private ClientContexts() {}

    /// The JSON in the header; null for null.
    ///
    /// @throws ApiException if it is not what it should be
    static @Nullable String decode(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            byte[] json = Base64.getDecoder().decode(header);
            if (json.length > BYTES_MAX) {
                throw invalid("must have no more than " + BYTES_MAX + " bytes");
            }
            String text = new String(json, UTF_8);
            if (text.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw invalid("must be printable ASCII");
            }
            return text;
        } catch (IllegalArgumentException _) {
            throw invalid("must be valid Base64-encoded JSON");
        }
    }

    private static ApiException invalid(String why) {
        return new ApiException(ApiError.INVALID_REQUEST_CONTENT, "Client context " + why);
    }
}
