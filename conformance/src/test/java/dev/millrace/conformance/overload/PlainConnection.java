package dev.millrace.conformance.overload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/// One connection that is kept open, for requests whose bytes are known.
final class PlainConnection implements AutoCloseable {
    private static final int READ_MILLIS_MAX = 60_000;
    private static final int OK = 200;
    private static final String SIGNATURE = "0123456789abcdef".repeat(4);

    private final Socket socket;
    private final InputStream in;

    PlainConnection(URI endpoint) throws IOException {
        socket = new Socket(endpoint.getHost(), endpoint.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_MILLIS_MAX);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// What came back.
    record Reply(int status, String text) {
        boolean isAccepted() {
            return status == OK;
        }

        /// Whether it is one that SDKs answer by asking again later.
        boolean isThrottled() {
            return !isAccepted() && text.contains("#ThrottlingException");
        }
    }

    /// The bytes of a request for an operation of the tables, or of the streams if it is one.
    static byte[] request(String operation, String body) {
        String service =
                switch (operation) {
                    case "DescribeStream", "GetShardIterator", "GetRecords" ->
                            "DynamoDBStreams_20120810.";
                    default -> "DynamoDB_20120810.";
                };
        return post("/", "dynamodb", "X-Amz-Target: " + service + operation + "\n", body);
    }

    /// The bytes of a request for a path of Lambda's API.
    static byte[] lambda(String path, String body) {
        return post(path, "lambda", "", body);
    }

    private static byte[] post(String path, String service, String header, String body) {
        return """
        POST %s HTTP/1.1
        Host: localhost
        Content-Type: application/x-amz-json-1.0
        %sX-Amz-Date: 20260101T000000Z
        Authorization: AWS4-HMAC-SHA256 \
        Credential=local/20260101/us-east-1/%s/aws4_request, \
        SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=%s
        Content-Length: %d

        %s\
        """
                .formatted(path, header, service, SIGNATURE, body.getBytes(UTF_8).length, "")
                .replace("\n", "\r\n")
                .concat(body)
                .getBytes(UTF_8);
    }

    /// Sends a request and reads the answer to it.
    Reply call(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
            }
        }
        String body = new String(in.readNBytes(length), UTF_8);
        return new Reply(Integer.parseInt(status.substring(9, 12)), body);
    }

    /// The body of the answer to a request that must be granted.
    String require(byte[] request) throws IOException {
        Reply reply = call(request);
        if (reply.status() / 100 != 2) {
            throw new IOException("answered " + reply.status() + " " + reply.text());
        }
        return reply.text();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        byte[] line = new byte[512];
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            if (length < line.length) {
                line[length++] = (byte) next;
            }
        }
        return new String(line, 0, length, US_ASCII).stripTrailing();
    }
}
