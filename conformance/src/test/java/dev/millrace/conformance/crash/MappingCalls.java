package dev.millrace.conformance.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Requests of Lambda's API for event source mappings, without an SDK.
public final class MappingCalls {
    private static final int ACCEPTED = 202;

    private MappingCalls() {}

    /// Asks a server to create a mapping.
    ///
    /// @param body the members of CreateEventSourceMapping
    /// @throws IOException if it does not
    public static void create(URI endpoint, String body) throws IOException {
        HttpResponse<String> answer =
                send(request(endpoint).POST(HttpRequest.BodyPublishers.ofString(body)).build());
        if (answer.statusCode() != ACCEPTED) {
            throw new IOException("no mapping: " + answer.body());
        }
    }

    /// What a server tells of all its mappings, as JSON.
    public static String list(URI endpoint) throws IOException {
        return send(request(endpoint).GET().build()).body();
    }

    private static HttpRequest.Builder request(URI endpoint) {
        return HttpRequest.newBuilder(endpoint.resolve("/2015-03-31/event-source-mappings"))
                .timeout(Duration.ofSeconds(30))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/lambda/"
                                + "aws4_request, SignedHeaders=host;x-amz-date,"
                                + " Signature=00")
                .header("X-Amz-Date", "20260101T000000Z");
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
