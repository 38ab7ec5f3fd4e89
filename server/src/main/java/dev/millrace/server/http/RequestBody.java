package dev.millrace.server.http;

import dev.millrace.model.error.ApiException;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The body of one request, read as a whole up to the largest size that the API accepts.
final class RequestBody {

    /// The largest body that is accepted (source: dynamodb-api reference, section 3).
    static final int BODY_BYTES_MAX = 16 << 20;

    /// How much of a body that is too large is read and thrown away, so that a client that sends
    /// before it listens still gets to see the refusal.
    static final int DISCARDED_BYTES_MAX = 32 << 20;

    private static final byte[] EMPTY = {};
    private static final int FIRST_BYTES = 64 << 10;

    /// The largest body of a request with the code of a function: 50 MB in Base64 and some more
    /// (source: Lambda's own message).
    static final int CODE_BYTES_MAX = 70_167_211;

    private final ServerRequest request;
    private final int limit;
    private final long declaredLength;
    private @Nullable InputStream opened;

    RequestBody(ServerRequest request) {
        this(request, BODY_BYTES_MAX);
    }

    /// A body that may have up to `limit` bytes.
    RequestBody(ServerRequest request, int limit) {
        this.request = request;
        this.limit = limit;
        this.declaredLength =
                request.headers()
                        .contentLength()
                        .orElse(request.content().hasEntity() ? Long.MAX_VALUE : 0);
    }

    /// The bytes of the body; null if it is too large.
    ///
    /// @param share takes the memory for it
    /// @throws ApiException `ThrottlingException` if there is no memory for it; [#discard] then
    ///   reads on
    /// @throws CloseConnectionException if the client breaks off, or sends what is no body
    byte @Nullable [] read(BodyBudget.Share share) {
        if (declaredLength == 0) {
            return EMPTY;
        }
        if (isDeclared() && declaredLength > limit) {
            return null;
        }
        try {
            return declaredLength <= BodyBudget.SMALL_BYTES_MAX ? readSmall() : readLarge(share);
        } catch (ApiException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw brokenOff(e);
        }
    }

    /// Reads on behind a body that is too large. True if its end was reached; false if more is to
    /// come, and the connection is of no further use.
    ///
    /// @throws CloseConnectionException as above
    boolean discard() {
        if (opened == null && request.headers().contains(HeaderNames.EXPECT)) {
            return false;
        }
        try {
            return discardSome();
        } catch (IOException | RuntimeException e) {
            throw brokenOff(e);
        }
    }

    private boolean isDeclared() {
        return declaredLength < Long.MAX_VALUE;
    }

    private byte[] readSmall() throws IOException {
        byte[] body = new byte[(int) declaredLength];
        int count = stream().readNBytes(body, 0, body.length);
        // The read behind the last byte tells the web server that the body has been used up.
        if (count < body.length || stream().read() >= 0) {
            throw new IOException("the body is not as long as declared");
        }
        return body;
    }

    // Grows with what has arrived, so that a client cannot claim memory by a header alone.
    private byte @Nullable [] readLarge(BodyBudget.Share share) throws IOException {
        int most = (int) Math.min(declaredLength, limit) + 1;
        byte[] buffer = grown(new byte[0], Math.min(most, FIRST_BYTES), share);
        int size = 0;
        while (true) {
            int count = stream().readNBytes(buffer, size, buffer.length - size);
            size += count;
            if (size < buffer.length) {
                return complete(buffer, size);
            }
            if (size == most) {
                return null;
            }
            buffer = grown(buffer, (int) Math.min(most, 2L * buffer.length), share);
        }
    }

    private byte[] complete(byte[] buffer, int size) throws IOException {
        if (isDeclared() && size < declaredLength) {
            throw new IOException("the body is not as long as declared");
        }
        return Arrays.copyOf(buffer, size);
    }

    private static byte[] grown(byte[] buffer, int size, BodyBudget.Share share) {
        share.take(size - buffer.length);
        return Arrays.copyOf(buffer, size);
    }

    private boolean discardSome() throws IOException {
        byte[] scratch = new byte[8 << 10];
        for (int discarded = 0; discarded < DISCARDED_BYTES_MAX; ) {
            int count = stream().read(scratch);
            if (count < 0) {
                return true;
            }
            discarded += count;
        }
        return false;
    }

    // Whatever fails while a body is read is the client's doing, and there is nobody left to tell.
    private static CloseConnectionException brokenOff(Exception cause) {
        return new CloseConnectionException("the body could not be read", cause);
    }

    private InputStream stream() {
        if (opened == null) {
            opened = request.content().inputStream();
        }
        return opened;
    }
}
