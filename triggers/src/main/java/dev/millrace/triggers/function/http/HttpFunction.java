package dev.millrace.triggers.function.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.FunctionTarget;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;

/// A function behind a URL.
///
/// A 2xx status means that the function ran; whether it failed is told by the header
/// `X-Amz-Function-Error` or, as the runtime interface emulator does, by the body. Any other
/// status, and a connection that does not come about, means that it was not reached.
public final class HttpFunction implements FunctionTarget {
    /// The most bytes that a function may answer.
    public static final int RESPONSE_BYTES_MAX = 6 << 20;

    private final URI url;
    private final Duration timeout;
    private final Supplier<HttpClient> client;

    /// The function at `url`, which may take up to `timeout` for one invocation.
    ///
    /// @param client gives the client that calls it, once it is called
    public HttpFunction(URI url, Duration timeout, Supplier<HttpClient> client) {
        this.url = url;
        this.timeout = timeout;
        this.client = client;
    }

    @Override
    public Outcome invoke(Invocation invocation) {
        try {
            return outcome(
                    client.get()
                            .send(
                                    request(invocation),
                                    BodyHandlers.limiting(
                                            BodyHandlers.ofByteArray(), RESPONSE_BYTES_MAX)));
        } catch (HttpConnectTimeoutException _) {
            return new Outcome.NotReady("the connection to " + url + " timed out");
        } catch (HttpTimeoutException _) {
            return failed("Task timed out after " + timeout.toSeconds() + ".00 seconds");
        } catch (IOException e) {
            return new Outcome.NotReady("no answer from " + url + ": " + e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome.NotReady("the server is stopping");
        }
    }

    private HttpRequest request(Invocation invocation) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(timeout)
                        .header("Content-Type", "application/json")
                        .header("X-Amz-Invocation-Type", "RequestResponse")
                        .header("X-Amzn-RequestId", invocation.requestId())
                        .POST(BodyPublishers.ofByteArray(invocation.payload().bytes()));
        String context = invocation.clientContext();
        if (context != null) {
            byte[] bytes = context.getBytes(UTF_8);
            request.header("X-Amz-Client-Context", Base64.getEncoder().encodeToString(bytes));
        }
        return request.build();
    }

    private Outcome outcome(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            return new Outcome.NotReady("status " + status + " from " + url);
        }
        byte[] body = response.body();
        return response.headers()
                .firstValue("X-Amz-Function-Error")
                .<Outcome>map(kind -> new Outcome.Failed(new FunctionError(kind, text(body))))
                .orElseGet(() ->
                        ErrorBodies.isError(body)
                                ? failed(text(body))
                                : new Outcome.Answered(Binary.of(body)));
    }

    private static Outcome failed(String message) {
        return new Outcome.Failed(FunctionError.unhandled(message));
    }

    private static String text(byte[] body) {
        return new String(body, 0, Math.min(body.length, 4 << 10), UTF_8);
    }
}
