package dev.millrace.server.dispatch;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Binary;
import dev.millrace.wire.ErrorBody;
import dev.millrace.wire.JsonOutput;

/// What a call is answered with: an HTTP status and the bytes of a body.
public final class Answer {

    private static final int OK = 200;

    private final int status;
    private final byte[] bytes;
    private final int length;

    private Answer(int status, byte[] bytes, int length) {
        this.status = status;
        this.bytes = bytes;
        this.length = length;
    }

    /// A good answer. It shares the buffer of `output`, which must not be used again before the
    /// answer is sent.
    static Answer of(JsonOutput output) {
        return new Answer(OK, output.array(), output.length());
    }

    /// A good answer with these bytes.
    static Answer of(Binary body) {
        return new Answer(OK, body.bytes(), body.length());
    }

    /// The answer that tells a client of its error.
    public static Answer of(ApiException error) {
        byte[] body = ErrorBody.of(error);
        return new Answer(error.error().httpStatus(), body, body.length);
    }

    /// The HTTP status.
    public int status() {
        return status;
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
