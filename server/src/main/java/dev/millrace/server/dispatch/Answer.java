package dev.millrace.server.dispatch;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.error.OverloadException;
import dev.millrace.model.value.Binary;
import dev.millrace.wire.ErrorBody;
import dev.millrace.wire.JsonOutput;

/// What a call is answered with: an HTTP status and the bytes of a body.
public final class Answer {

    private static final int OK = 200;

    private final int status;
    private final byte[] bytes;
    private final int length;
    private final boolean overload;

    private Answer(int status, byte[] bytes, int length, boolean overload) {
        this.status = status;
        this.bytes = bytes;
        this.length = length;
        this.overload = overload;
    }

    /// A good answer. It shares the buffer of `output`, which must not be used again before the
    /// answer is sent.
    static Answer of(JsonOutput output) {
        return new Answer(OK, output.array(), output.length(), false);
    }

    /// A good answer with these bytes.
    static Answer of(Binary body) {
        return new Answer(OK, body.bytes(), body.length(), false);
    }

    /// The answer that tells a client of its error.
    public static Answer of(ApiException error) {
        byte[] body = ErrorBody.of(error);
        return new Answer(
                error.error().httpStatus(), body, body.length, error instanceof OverloadException);
    }

    /// The HTTP status.
    public int status() {
        return status;
    }

    /// Whether it refuses a request because the server has too much to do.
    public boolean isOfOverload() {
        return overload;
    }

    /// A buffer whose first {@link #length} bytes are the body. Not a copy.
    public byte[] bytes() {
        return bytes;
    }

    /// The size of the body in bytes.
    public int length() {
        return length;
    }
}
