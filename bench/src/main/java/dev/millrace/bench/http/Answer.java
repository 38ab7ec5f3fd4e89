package dev.millrace.bench.http;

/// An answer with its whole body.
///
/// @param status the HTTP status
/// @param body the body as text
public record Answer(int status, String body) {
    private static final int CODES_OF_SUCCESS = 2;
    private static final int HUNDRED = 100;

    /// Whether the status is one of success.
    public boolean isGood() {
        return status / HUNDRED == CODES_OF_SUCCESS;
    }
}
