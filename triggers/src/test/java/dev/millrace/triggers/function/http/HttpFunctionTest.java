package dev.millrace.triggers.function.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.LocalHttp;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/// Lambda-esm reference, section 13.
class HttpFunctionTest {
    private final LocalHttp http = new LocalHttp();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void eventIsPostedAsItIs() throws InterruptedException {
        invoke();
        LocalHttp.Received request = http.next();

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.body()).isEqualTo("{\"Records\":[]}");
        assertThat(request.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("X-Amzn-RequestId", "id");
    }

    @Test
    void clientContextIsAHeaderAsInvokeHasIt() throws InterruptedException {
        function(http.uri(), Duration.ofSeconds(20))
                .invoke(new Invocation("id", "arn", Binary.of(new byte[0]), "{\"custom\":{}}"));

        assertThat(http.next().headers())
                .containsEntry("X-Amz-Client-Context", "eyJjdXN0b20iOnt9fQ==");
    }

    @Test
    void invocationWithoutAContextHasNoSuchHeader() throws InterruptedException {
        invoke();

        assertThat(http.next().headers()).doesNotContainKey("X-Amz-Client-Context");
    }

    @Test
    void goodStatusIsAnAnswer() {
        http.answer(200, Map.of(), "{\"batchItemFailures\":[]}");

        assertThat(invoke()).isEqualTo(answered("{\"batchItemFailures\":[]}"));
    }

    @Test
    void emptyAnswerIsOneToo() {
        http.answer(204, Map.of(), "");

        assertThat(invoke()).isEqualTo(answered(""));
    }

    @Test
    void errorMessageAndTypeInTheBodyMeanThatTheFunctionFailed() {
        String body = "{\"errorMessage\":\"no\",\"errorType\":\"E\",\"stackTrace\":[{}]}";
        http.answer(200, Map.of(), body);

        assertThat(invoke()).isEqualTo(failed("Unhandled", body));
    }

    @Test
    void bodyWithOnlyAnErrorMessageIsAnAnswer() {
        http.answer(200, Map.of(), "{\"errorMessage\":\"no\"}");

        assertThat(invoke()).isEqualTo(answered("{\"errorMessage\":\"no\"}"));
    }

    @Test
    void headerTellsThatTheFunctionFailed() {
        http.answer(200, Map.of("X-Amz-Function-Error", "Handled"), "{}");

        assertThat(invoke()).isEqualTo(failed("Handled", "{}"));
    }

    @Test
    void emulatorsTimeoutIsAFailure() {
        http.answer(200, Map.of(), "Task timed out after 3.00 seconds");

        assertThat(invoke()).isEqualTo(failed("Unhandled", "Task timed out after 3.00 seconds"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 429, 500, 502, 503, 504})
    void otherStatusMeansThatTheFunctionWasNotReached(int status) {
        http.answer(status, Map.of(), "");

        assertThat(invoke())
                .isEqualTo(new Outcome.NotReady("status " + status + " from " + http.uri()));
    }

    @Test
    void refusedConnectionMeansThatTheFunctionWasNotReached() {
        http.close();

        assertThat(invoke()).isInstanceOf(Outcome.NotReady.class);
    }

    @Test
    void functionThatTakesTooLongHasFailed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertThat(function(uri, Duration.ofSeconds(1)).invoke(invocation()))
                    .isEqualTo(failed("Unhandled", "Task timed out after 1.00 seconds"));
        }
    }

    private Outcome invoke() {
        return function(http.uri(), Duration.ofSeconds(20)).invoke(invocation());
    }

    private static HttpFunction function(URI uri, Duration timeout) {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        return new HttpFunction(uri, timeout, () -> client);
    }

    private static Invocation invocation() {
        return new Invocation("id", "arn", Binary.of("{\"Records\":[]}".getBytes(UTF_8)));
    }

    private static Outcome answered(String body) {
        return new Outcome.Answered(Binary.of(body.getBytes(UTF_8)));
    }

    private static Outcome failed(String kind, String message) {
        return new Outcome.Failed(new FunctionError(kind, message));
    }
}
