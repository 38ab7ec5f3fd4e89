package dev.millrace.model.error;

/// What clients are told of which there are more than there is room for: a `ThrottlingException`,
/// after which they ask again later. Nothing of the request was carried out.
///
/// Unlike other throttling it says nothing of a table or a stream, but that the server as a whole
/// has too much to do.
public final class OverloadException extends ApiException {
    private static final long serialVersionUID = 1;

    public OverloadException() {
        super(ApiError.THROTTLING, RATE_EXCEEDED);
    }
}
