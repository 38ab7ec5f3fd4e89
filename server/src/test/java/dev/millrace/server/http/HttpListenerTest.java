package dev.millrace.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.server.dispatch.Dispatcher;
import dev.millrace.wire.RequestIds;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// What happens to requests while a listener opens and while it closes.
@Timeout(60)
class HttpListenerTest {

    private static final long SEED = 20_261_122;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final HttpBounds BOUNDS =
            HttpBounds.of(100, MINUTE, MINUTE, MINUTE, 1L << 30, 1L << 28);

    private final Waiting operation = new Waiting();
    private final CompletableFuture<Dispatcher> dispatcher = new CompletableFuture<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpListener listener =
            HttpListener.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    dispatcher,
                    new RequestIds(new Random(SEED)),
                    "us-east-1",
                    BOUNDS);
    private final int port = listener.port();

    @AfterEach
    void close() {
        operation.letGo();
        listener.close();
        client.close();
    }

    @Test
    void requestWaitsUntilThereIsADispatcher() throws Exception {
        CompletableFuture<HttpResponse<String>> response = request();

        dispatcher.complete(operation.dispatcher());
        operation.letGo();

        assertThat(response.get().body()).isEqualTo("{\"Text\":\"waited\"}");
    }

    @Test
    void requestEndsWithoutAnswerWhenThereWillBeNoDispatcher() {
        CompletableFuture<HttpResponse<String>> response = request();

        dispatcher.cancel(false);

        assertThatThrownBy(response::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void closingLetsARequestEndButAcceptsNoFurtherOne() throws Exception {
        dispatcher.complete(operation.dispatcher());
        CompletableFuture<HttpResponse<String>> response = request();
        operation.awaitRequest();

        Thread closing = Thread.ofVirtual().start(listener::close);
        awaitRefusal();
        operation.letGo();

        assertThat(response.get().body()).isEqualTo("{\"Text\":\"waited\"}");
        closing.join();
    }

    @Test
    void addressInUseIsRefused() {
        InetSocketAddress taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        RequestIds ids = new RequestIds(new Random(SEED));

        assertThatThrownBy(() -> HttpListener.open(taken, dispatcher, ids, "us-east-1", BOUNDS))
                .isInstanceOfSatisfying(
                        ListenException.class, e -> assertThat(e.address()).isEqualTo(taken));
    }

    private CompletableFuture<HttpResponse<String>> request() {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port))
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "DynamoDB_20120810.Wait")
                        .header("X-Amz-Date", "20260101T000000Z")
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256"
                                    + " Credential=key/20260101/us-east-1/dynamodb/aws4_request,"
                                    + " SignedHeaders=host, Signature=00")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private void awaitRefusal() throws IOException {
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
            } catch (ConnectException _) {
                return;
            }
        }
    }
}
