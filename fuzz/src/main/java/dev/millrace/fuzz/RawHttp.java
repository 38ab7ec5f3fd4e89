package dev.millrace.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// Bytes that may be HTTP.
public final class RawHttp {
    private static final byte[] HEALTHY =
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);
    private static final int OK = 200;

    private RawHttp() {}

    /// Sends bytes on a connection of their own and ends it; whatever they are, others are served
    /// as before.
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedServer server = FuzzedServer.running();
        server.send(data);
        int status = server.answer(HEALTHY);
        if (status != OK) {
            throw new AssertionError("afterwards the server answered with " + status);
        }
    }
}
