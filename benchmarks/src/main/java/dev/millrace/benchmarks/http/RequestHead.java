package dev.millrace.benchmarks.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// The head of all requests for one operation, encoded once; only the length of the body is filled
/// in for each.
///
/// The signature has the right form and a wrong value: a server that checks it is not what is
/// measured here.
public final class RequestHead {
    private static final String SIGNATURE = "0123456789abcdef".repeat(4);
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final byte[] start;

    /// The head of requests to `endpoint` for `target`, for example `DynamoDB_20120810.PutItem`.
    public RequestHead(URI endpoint, String target) {
        this(endpoint, target, "");
    }

    /// The same with another header.
    ///
    /// @param header a line like `Name: value`, with its line feed; empty for none
    public RequestHead(URI endpoint, String target, String header) {
        start =
                """
                POST / HTTP/1.1
                Host: %s:%d
                Content-Type: application/x-amz-json-1.0
                X-Amz-Target: %s
                X-Amz-Date: 20260101T000000Z
                Authorization: AWS4-HMAC-SHA256 \
                Credential=local/20260101/us-east-1/dynamodb/aws4_request, \
                SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=%s
                %sContent-Length: \
                """
                        .formatted(
                                endpoint.getHost(), endpoint.getPort(), target, SIGNATURE, header)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
    }

    /// The whole request with this body.
    public byte[] request(byte[] body) {
        byte[] length = Integer.toString(body.length).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream request =
                new ByteArrayOutputStream(start.length + length.length + END.length + body.length);
        request.writeBytes(start);
        request.writeBytes(length);
        request.writeBytes(END);
        request.writeBytes(body);
        return request.toByteArray();
    }
}
