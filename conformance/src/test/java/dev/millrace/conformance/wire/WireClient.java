package dev.millrace.conformance.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import dev.millrace.conformance.wire.Script.Request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Sends the requests of scripts, each with the headers that an AWS SDK sends, though with a
/// signature that is merely well-formed.
final class WireClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Set<String> STREAM_OPERATIONS =
            Set.of("ListStreams", "DescribeStream", "GetShardIterator", "GetRecords");

    private static final Map<String, String> USUAL_HEADERS =
            Map.of(
                    "content-type",
                    "application/x-amz-json-1.0",
                    "x-amz-date",
                    "20261123T000000Z",
                    "authorization",
                    "AWS4-HMAC-SHA256"
                            + " Credential=AKIDEXAMPLE/20261123/us-east-1/dynamodb/aws4_request,"
                            + " SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature="
                            + "0123456789abcdef".repeat(4));

    private final URI endpoint;

    WireClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    /// Sends a request with this body and waits for the answer.
    Answer send(Request request, String body) {
        HttpRequest.Builder http =
                HttpRequest.newBuilder(endpoint.resolve(request.path()))
                        .timeout(TIMEOUT)
                        .method(request.method(), BodyPublishers.ofByteArray(body.getBytes(UTF_8)));
        headers(request)
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        http.header(name, value);
                    }
                });
        return answer(http.build());
    }

    private static Map<String, String> headers(Request request) {
        Map<String, String> headers = new LinkedHashMap<>(USUAL_HEADERS);
        String operation = request.operation();
        if (operation != null) {
            headers.put("x-amz-target", target(operation));
        }
        headers.putAll(request.headers());
        return headers;
    }

    private static String target(String operation) {
        return (STREAM_OPERATIONS.contains(operation)
                        ? "DynamoDBStreams_20120810."
                        : "DynamoDB_20120810.")
                + operation;
    }

    private static Answer answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            Map<String, String> headers =
                    response.headers().map().entrySet().stream()
                            .collect(
                                    toMap(
                                            header -> header.getKey().toLowerCase(Locale.ROOT),
                                            header -> String.join(", ", header.getValue())));
            return Answer.of(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
