package dev.millrace.transfer.job;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;

import java.util.HexFormat;

/// Tokens between the pages of a list of jobs: the id of the last job of a page, filled up to the
/// length that AWS's service model wants, in hexadecimal digits.
public final class JobPages {
    private static final int TOKEN_BYTES = 56;
    private static final int ID_CHARS = 23;

    private JobPages() {}

    /// The token behind the job with this id.
    public static String token(String id) {
        return HexFormat.of()
                .formatHex(("%-" + TOKEN_BYTES + "s").formatted(id).getBytes(US_ASCII));
    }

    /// Refuses a text that is no token of ours.
    ///
    /// @throws ApiException if it is none
    public static void requireToken(@Nullable String token) {
        isBehind("", token);
    }

    /// Whether the job with this id comes behind a token; the newest job comes first.
    ///
    /// @throws ApiException if it is no token of ours
    public static boolean isBehind(String id, @Nullable String token) {
        return token == null || id.compareTo(idOf(token)) < 0;
    }

    private static String idOf(String token) {
        try {
            String id = new String(HexFormat.of().parseHex(token), US_ASCII).strip();
            if (id.length() == ID_CHARS) {
                return id;
            }
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
        throw invalid();
    }

    private static ApiException invalid() {
        return ApiException.validation("NextToken is invalid");
    }
}
