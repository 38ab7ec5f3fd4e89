package dev.millrace.triggers.destination;

import dev.millrace.wire.RequestSigner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// Sends signed requests to services that speak as AWS's do.
final class ServiceClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int ANSWER_CHARS_MAX = 500;

    private final Supplier<HttpClient> client;
    private final RequestSigner signer;
    private final InstantSource clock;

    ServiceClient(Supplier<HttpClient> client, RequestSigner signer, InstantSource clock) {
        this.client = client;
        this.signer = signer;
        this.clock = clock;
    }

    /// Sends a request, and returns when it has been taken.
    ///
    /// @throws DeliveryException if it has not
    void send(String method, URI uri, String service, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        signer.sign(method, uri, service, headers, body, clock.instant()).forEach(request::header);
        try {
            requireTaken(client.get().send(request.build(), BodyHandlers.ofString()), uri);
        } catch (IOException e) {
            throw new DeliveryException("no answer from " + uri, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException("interrupted while waiting for " + uri, e);
        }
    }

    private static void requireTaken(HttpResponse<String> response, URI uri) {
        if (response.statusCode() / 100 != 2) {
            String answer = response.body();
            throw new DeliveryException(
                    "status "
                            + response.statusCode()
                            + " from "
                            + uri
                            + ": "
                            + answer.substring(0, Math.min(answer.length(), ANSWER_CHARS_MAX)),
                    null);
        }
    }
}
