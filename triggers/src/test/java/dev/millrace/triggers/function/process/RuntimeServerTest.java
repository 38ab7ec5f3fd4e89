package dev.millrace.triggers.function.process;

import static dev.millrace.triggers.function.process.ProcessFixture.invocation;
import static dev.millrace.triggers.function.process.ProcessFixture.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// The runtime API over HTTP (lambda-esm reference, section 14).
class RuntimeServerTest {
    private final RuntimeSession session =
            new RuntimeSession(
                    Duration.ofSeconds(3), () -> Instant.ofEpochSecond(1_000), System::nanoTime);
    private final Task task = new Task(invocation("r1", "{\"a\":1}"), "Root=1-2-3");
    private final HttpClient client = HttpClient.newHttpClient();
    private RuntimeServer server;

    @BeforeEach
    void open() throws IOException {
        server = RuntimeServer.open(session, Thread.ofVirtual().factory());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void nextInvocationHasItsHeaders() throws Exception {
        session.give(task);
        HttpResponse<String> next = get("/runtime/invocation/next");

        assertThat(next.body()).isEqualTo("{\"a\":1}");
        assertThat(header(next, "Lambda-Runtime-Aws-Request-Id")).isEqualTo("r1");
        assertThat(header(next, "Lambda-Runtime-Deadline-Ms")).isEqualTo("1003000");
        assertThat(header(next, "Lambda-Runtime-Trace-Id")).isEqualTo("Root=1-2-3");
        assertThat(header(next, "Lambda-Runtime-Invoked-Function-Arn"))
                .isEqualTo("arn:aws:lambda:eu-west-1:123456789012:function:f");
    }

    @Test
    void answerIsAccepted() throws Exception {
        session.give(task);
        get("/runtime/invocation/next");
        HttpResponse<String> accepted = post("/runtime/invocation/r1/response", "2");

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.body().strip()).isEqualTo("{\"status\":\"OK\"}");
        assertThat(outcome()).isEqualTo("2");
    }

    @Test
    void answerInPiecesIsTakenWhole() throws Exception {
        session.give(task);
        get("/runtime/invocation/next");
        BodyPublisher pieces =
                BodyPublishers.fromPublisher(BodyPublishers.ofString("x".repeat(100_000)));
        post("/runtime/invocation/r1/response", pieces);

        assertThat(outcome()).hasSize(100_000);
    }

    @Test
    void answerWithAnotherIdIsRefused() throws Exception {
        session.give(task);
        get("/runtime/invocation/next");
        HttpResponse<String> refused = post("/runtime/invocation/r2/response", "2");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"errorType\":\"InvalidRequestID\"");
    }

    @Test
    void answerThatIsTooLargeIsRefused() throws Exception {
        session.give(task);
        get("/runtime/invocation/next");
        String large = "x".repeat(RuntimeSession.RESPONSE_BYTES_MAX + 1);

        assertThat(post("/runtime/invocation/r1/response", large).statusCode()).isEqualTo(413);
    }

    @Test
    void errorIsAccepted() throws Exception {
        session.give(task);
        get("/runtime/invocation/next");

        assertThat(post("/runtime/invocation/r1/error", "{}").statusCode()).isEqualTo(202);
        assertThat(outcome()).isEqualTo("Unhandled {}");
    }

    @Test
    void runtimeThatIsAliveIsTold() throws Exception {
        assertThat(get("/ping").body()).isEqualTo("pong");
    }

    @Test
    void otherCallsAreNotFound() throws Exception {
        assertThat(get("/runtime/restore/next").statusCode()).isEqualTo(404);
    }

    private String outcome() throws InterruptedException {
        return text(Objects.requireNonNull(task.await(Duration.ofSeconds(20)), "not done"));
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return post(path, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return send(request(path).POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://" + server.address() + "/2018-06-01" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
