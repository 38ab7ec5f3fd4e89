package dev.millrace.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.InstantSource;

/// Writes signed requests for one operation. Each is signed by itself, at the second of the clock
/// that it is written in. Not for several threads at a time.
public final class RequestWriter {
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
    private static final int LENGTH_DIGITS_MAX = 10;
    private static final long MILLIS_A_SECOND = 1_000;

    private final Endpoint endpoint;
    private final Operation operation;
    private final InstantSource clock;
    private long second;
    private SignedHead head;

    public RequestWriter(Endpoint endpoint, Operation operation, InstantSource clock) {
        this.endpoint = endpoint;
        this.operation = operation;
        this.clock = clock;
        this.second = now();
        this.head = new SignedHead(endpoint, operation, clock.instant());
    }

    /// The request with this body, ready to be sent.
    ///
    /// @param room a buffer that may be used again; a larger one is made if this is too small
    public ByteBuffer write(byte[] body, ByteBuffer room) {
        if (second != now()) {
            second = now();
            head = new SignedHead(endpoint, operation, clock.instant());
        }
        byte[] start = head.sign(body);
        int size = start.length + LENGTH_DIGITS_MAX + END.length + body.length;
        ByteBuffer request = room.capacity() < size ? ByteBuffer.allocateDirect(size) : room;
        return request.clear()
                .put(start)
                .put(Integer.toString(body.length).getBytes(US_ASCII))
                .put(END)
                .put(body)
                .flip();
    }

    private long now() {
        return clock.millis() / MILLIS_A_SECOND;
    }
}
