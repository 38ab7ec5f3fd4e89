package dev.millrace.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// A plain HTTP client of the tests that knows what a signed request looks like.
///
/// @param http the client underneath
/// @param endpoint where requests go
record ApiClient(HttpClient http, URI endpoint) implements AutoCloseable {

    static final String JSON = "application/x-amz-json-1.0";

    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                    + " SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=00";

    static ApiClient of(URI endpoint) {
        return new ApiClient(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), endpoint);
    }

    /// Calls an operation of the tables.
    HttpResponse<String> table(String operation, String body) {
        return send(call("DynamoDB_20120810." + operation, body));
    }

    /// Calls an operation of the streams.
    HttpResponse<String> stream(String operation, String body) {
        return send(call("DynamoDBStreams_20120810." + operation, body));
    }

    /// A request that is as it should be.
    HttpRequest.Builder call(String target, String body) {
        return request(JSON)
                .header("X-Amz-Target", target)
                .header("X-Amz-Date", "20260101T000000Z")
                .header("Authorization", AUTHORIZATION)
                .POST(BodyPublishers.ofString(body));
    }

    /// A request with a content type and nothing else.
    HttpRequest.Builder request(String contentType) {
        return HttpRequest.newBuilder(endpoint).header("Content-Type", contentType);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("the test was interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
